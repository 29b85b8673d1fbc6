package dump

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// systemInfo is the block of systeminfo.
type systemInfo struct {
	zone   bool   // the line of the time zone was seen, behind which the sizes stand
	sizes  int    // how many sizes were seen
	memory uint64 // the first of them, in MiB
	cpus   uint64 // of the chips that msinfo32 listed
}

// readSystemInfo reads systeminfo in all languages: what a line is about is told
// by its value, which is not translated, and for the sizes by their order.
func readSystemInfo(p *page, l *line) bool {
	if l.text[0] == '"' {
		return p.systemInfoRow(l)
	}
	info, open := p.block.(*systemInfo)
	label, value, found := labelled(l.span(), open)
	if !found {
		return open && (noteOfSystemInfo(l.text) || deepIndent(l.given))
	}
	if !open {
		if info = p.opensSystemInfo(l, label, value); info == nil {
			return false
		}
		p.block = info
		p.tell(l, "systeminfo")
	}
	p.systemInfoLine(l, info, label, value)
	return true
}

// systemInfoRow reads the row of values that systeminfo /fo csv prints. The row of
// their names stands above.
func (p *page) systemInfoRow(l *line) bool {
	if strings.HasPrefix(l.text, `"Host Name","OS Name",`) {
		return true
	}
	if len(l.text) > 8000 || !strings.Contains(l.text, `-based PC","`) {
		return false
	}
	p.tell(l, "systeminfo")
	info := &systemInfo{}
	for s := l.span().from(1); s.text != ""; {
		i, next := strings.Index(s.text, `","`), 3
		if i < 0 {
			i, next = len(strings.TrimRight(s.text, `"`)), len(s.text)
		}
		p.systemInfoLine(l, info, span{}, s.to(i))
		s = s.from(min(i+next, len(s.text)))
	}
	return true
}

// labelled splits "label:   value", or with a TAB between them, as msinfo32
// exports. A label may have a colon in it; the value
// stands behind the last that has a blank after it. What a log puts before a
// line ends in such a colon, too, and has figures in it.
func labelled(s span, open bool) (label, value span, ok bool) {
	if strings.IndexByte(s.text, ':') < 0 && strings.IndexByte(s.text, '\t') < 0 {
		return label, value, false
	}
	i := strings.LastIndex(s.text[:min(len(s.text), 120)], ": ")
	if tab := strings.IndexByte(s.text, '\t'); tab > 0 && (i < 0 || tab < strings.IndexByte(s.text, ':')) {
		i = tab
	}
	if first := strings.Index(s.text, ":  "); first > 0 {
		i = first
	}
	if i < 1 {
		return label, value, false
	}
	label, value = s.to(i).trim(), s.from(i+1).trim()
	if open && strings.HasPrefix(label.text, "[0") {
		return label, value, true
	}
	return label, value, value.text != "" && len(label.text) <= 100 && !strings.ContainsAny(label.text, "0123456789=<>\"")
}

// noteOfSystemInfo reports whether a line is one that has no value: an address,
// a label whose value is missing.
func noteOfSystemInfo(s string) bool {
	return strings.HasPrefix(s, "[") && strings.Contains(s, "]:") || strings.HasSuffix(s, ":") && len(s) < 80
}

// opensSystemInfo tells a line that only systeminfo prints; nil for others.
func (p *page) opensSystemInfo(l *line, label, value span) *systemInfo {
	v := value.text
	switch {
	case strings.HasSuffix(v, "-based PC") && !strings.Contains(v, " -"),
		strings.HasPrefix(v, `\Device\Harddisk`),
		buildOf(v) != "",
		productID(v),
		windowsProduct(label.text, v),
		memoryLabels()[labelKey(label.text)] && (sizeInMB(v) > 0 || strings.HasSuffix(v, " GB")):
		return &systemInfo{}
	}
	if hasWindowsBelow(p, l, label) {
		return &systemInfo{}
	}
	return nil
}

// hasWindowsBelow reports whether a line can be the first, which names the host:
// the next names the edition of Windows.
func hasWindowsBelow(p *page, l *line, label span) bool {
	if len(label.text) > 30 || !strings.Contains(l.text, ":   ") {
		return false
	}
	below := p.dump.texts[p.file].line(l.n + 1)
	return strings.Contains(below, ":   ") && strings.Contains(below, "Windows")
}

// systemInfoLine takes what one line says.
func (p *page) systemInfoLine(l *line, info *systemInfo, label, value span) {
	v := value.text
	if machine := machineType(v); machine != "" {
		p.fact(l, factArch, machine, rounded)
	}
	if release := buildOf(v); release != "" {
		p.fact(l, factRelease, release, exactly)
	}
	if strings.Contains(v, "Windows") && len(v) <= 100 && (strings.HasPrefix(v, "Microsoft") || strings.HasPrefix(v, "Майкрософт")) {
		p.fact(l, factProduct, v, exactly)
	}
	if n := logicalProcessors(v); n > 0 {
		info.cpus += n
		p.chipCPUs(l, info.cpus)
	}
	info.zone = info.zone || strings.HasPrefix(v, "(UTC") || strings.HasPrefix(v, "(GMT")
	if n := sizeInMB(v); n > 0 {
		p.systemInfoSize(l, info, label.text, n)
	}
	for _, unit := range gigabytes {
		if figure, ok := strings.CutSuffix(v, unit); ok {
			p.systemInfoRounded(l, labelKey(label.text), figure)
		}
	}
}

// gigabytes are the units of msinfo32 behind a size.
var gigabytes = []string{" GB", " Go", " ГБ"}

// machineType is the kind of machine in "x64-based PC" and its translations, ""
// where the value is none.
func machineType(s string) string {
	if machine, ok := strings.CutSuffix(s, "-based PC"); ok {
		return machine
	}
	if len(s) < 60 && strings.Contains(s, "x64") && (strings.Contains(s, "PC") || strings.Contains(s, "Компьютер на базе") || strings.Contains(s, "电脑")) {
		return "x64"
	}
	return ""
}

// systemInfoRounded takes the sizes of msinfo32, which are rounded.
func (p *page) systemInfoRounded(l *line, label, figure string) {
	what := factSwap
	switch {
	case memoryLabels()[label]:
		what = factMemory
	case !pageFileLabels()[label]:
		return
	}
	if n, ok := roundSize(figure + "GB"); ok {
		p.fact(l, what, decimal(n), rounded)
	}
}

// pageFileLabels are the labels of the page file, as labelKey makes them.
var pageFileLabels = labelKeys("Page File Space", "Größe der Auslagerungsdatei", "Espace pour le fichier d'échange", "Espacio de archivo de paginación", "Spazio file di paging", "Файл подкачки")

// logicalProcessors is the last figure of "2600 Mhz, 8 Core(s), 16 Logical
// Processor(s)", whose words depend on the language; 0 for all else.
func logicalProcessors(s string) uint64 {
	parts := strings.Split(s, ", ")
	i := len(parts) - 3
	if i < 0 || !digit((parts[i] + " ")[0]) || !strings.HasSuffix(strings.ToLower(parts[i]), "hz") && !strings.HasSuffix(parts[i], "Гц") {
		return 0
	}
	if n := onlyFigure(parts[i+2]); n < 1<<12 && onlyFigure(parts[i+1]) > 0 {
		return n
	}
	return 0
}

// onlyFigure is the figure among words, 0 where there are none or several.
func onlyFigure(s string) uint64 {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	n := leadingDigits(s)
	if strings.ContainsAny(s[n:], "0123456789") {
		return 0
	}
	figure, _ := number(s[:n])
	return figure
}

// systemInfoSize takes the sizes: memory, memory that is free, and what memory
// and page file hold together. Before Vista the third is something else.
func (p *page) systemInfoSize(l *line, info *systemInfo, label string, n uint64) {
	if info.sizes == 0 && !info.zone && !memoryLabels()[labelKey(label)] {
		return
	}
	info.sizes++
	switch info.sizes {
	case 1:
		info.memory = n
		p.factSize(l, factMemory, decimal(n), 1<<20, rounded)
	case 3:
		release := p.facts.of[factRelease].value
		if major, _, _ := strings.Cut(release, "."); n >= info.memory && (major == "6" || major == "10") {
			p.factSize(l, factSwap, decimal(n-info.memory), 1<<20, rounded)
		}
	}
}

// buildOf is the release in "10.0.17763 N/A Build 17763", which ends in the
// build that the release ends in, "" for all else.
func buildOf(s string) string {
	release, rest, _ := strings.Cut(s, " ")
	build := rest[strings.LastIndexByte(rest, ' ')+1:]
	if build == "" || strings.Count(release, ".") != 2 || !windowsVersion(release) || !strings.HasSuffix(release, "."+build) {
		return ""
	}
	return release
}

// productID reports whether s is the number of a licence, "00330-80000-00000-AA097".
func productID(s string) bool {
	groups := strings.Split(s, "-")
	return len(groups) == 4 && len(s) == 23 && len(groups[0]) == 5 && digit(s[0]) && digit(s[4])
}

// windowsProduct reports whether a value is the name of an edition of Windows.
func windowsProduct(label, s string) bool {
	if len(s) > 80 || len(label) > 60 || !strings.Contains(s, "Windows") {
		return false
	}
	if !strings.HasPrefix(s, "Microsoft") && !strings.HasPrefix(s, "Майкрософт") {
		return false
	}
	for word := range strings.FieldsSeq(s) {
		if r, _ := utf8.DecodeRuneInString(word); unicode.IsLower(r) && r < 0x80 && word != "for" {
			return false
		}
	}
	return true
}

// memoryLabels are the labels of the memory, as labelKey makes them, for texts
// that are cut before the time zone.
var memoryLabels = labelKeys(
	"Total Physical Memory", "Gesamter physischer Speicher", "Gesamter realer Speicher", "Mémoire physique totale", "Cantidad total de memoria física", "Memoria física total", "Memoria fisica totale",
	"Memória física total", "Полный объем физической памяти", "Całkowita pamięć fizyczna", "Całkowita ilość pamięci fizycznej", "Totaal fysiek geheugen", "Totalt fysiskt minne", "Toplam Fiziksel Bellek", "Celková fyzická paměť",
	"物理メモリの合計", "物理内存总量", "實體記憶體總計", "총 실제 메모리", "Összes fizikai memória", "Fysisk hukommelse i alt", "Totalt fysisk minne", "Загальний обсяг фізичної пам'яті",
)

// labelKeys makes labels keys, when they are first asked for.
func labelKeys(labels ...string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		all := make(map[string]bool, len(labels))
		for _, label := range labels {
			all[labelKey(label)] = true
		}
		return all
	})
}

// labelKey is a label without case, blanks and signs. Of one that is mostly
// ASCII the other letters go, too, as a wrong encoding spoils them.
func labelKey(label string) string {
	var ascii, all strings.Builder
	for _, r := range label {
		switch {
		case r < 0x80 && letter(byte(r)):
			ascii.WriteByte(byte(r) | 0x20)
			all.WriteByte(byte(r) | 0x20)
		case r >= 0x80 && unicode.IsLetter(r):
			all.WriteRune(unicode.ToLower(r))
		}
	}
	if ascii.Len() >= 8 {
		return ascii.String()
	}
	return all.String()
}

// sizeInMB reads "32,503 MB", "6.083 MB" and "16 302 МБ": the sign between the
// groups depends on the language, and so does the unit, which is always MB. It
// is 0 for all else.
func sizeInMB(s string) uint64 {
	var figures strings.Builder
	for len(s) > 0 && digit(s[0]) {
		n := 0
		for n < len(s) && digit(s[n]) {
			n++
		}
		figures.WriteString(s[:n])
		s = s[n:]
		_, w := utf8.DecodeRuneInString(s)
		if len(s) < w+3 || !digit(s[w]) || !digit(s[w+1]) || !digit(s[w+2]) {
			break
		}
		s = s[w:]
	}
	unit := strings.TrimLeft(s, " ")
	if unit == s && unit != "" && unit[0] < 0x80 && unit != "MB" || unit == "" || len(unit) > 12 || strings.ContainsAny(unit, " 0123456789/.,:-") {
		return 0
	}
	n, ok := number(figures.String())
	if !ok || n > 1<<30 {
		return 0
	}
	return n
}
