package dump

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestDecode(t *testing.T) {
	const russian = "Всего физической памяти: 4 095 МБ"
	for _, c := range []struct{ name, raw, want string }{
		{"UTF-8", "fs.file-max = 1 — ещё", "fs.file-max = 1 — ещё"},
		{"UTF-8 with a byte order mark", "\xef\xbb\xbffs", "fs"},
		{"UTF-16 little endian", "\xff\xfea\x00b\x00", "ab"},
		{"UTF-16 with two byte order marks", "\xff\xfe\xff\xfea\x00b\x00", "ab"},
		{"UTF-16 big endian", "\xfe\xff\x00a\x00b", "ab"},
		{"UTF-16 without a byte order mark", "M\x00a\x00x\x00U\x00s\x00e\x00r\x00", "MaxUser"},
		{"UTF-16 with a character of two units", "\xff\xfe\x3d\xd8\x00\xde", "\U0001F600"},
		{"windows-1251", encode(&windows1251, russian), russian},
		{"CP866", encode(&cp866, russian), russian},
		{"Latin-1", "M\xe9moire syst\xe8me", "Mémoire système"},
		{"UTF-8 cut in two", "память память п\xd0", "память память п\uFFFD"},
	} {
		assert.Equal(t, c.want, decode([]byte(c.raw)), c.name)
	}
}

// encode writes text in one of the tables.
func encode(table *[128]rune, text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 {
			b.WriteByte(byte(r))
			continue
		}
		for i, known := range table {
			if known == r {
				b.WriteByte(byte(i) + 0x80)
			}
		}
	}
	return b.String()
}

// cleaned is a line after all steps of cleaning.
func cleaned(given string) line {
	p := &page{qp: strings.Contains(given, "=3D")}
	var l line
	p.clean(&l, given, 1)
	return l
}

func TestClean(t *testing.T) {
	for _, c := range []struct {
		what, given, want string
		at, column        int // where a byte of the result came from
	}{
		{"colours within the key", "fs.\x1b[01;31m\x1b[Kfile-max\x1b[m\x1b[K = 2466170", "fs.file-max = 2466170", 14, 32},
		{"title of the terminal", "\x1b]0;root@vm: /tmp\x07root@vm:/tmp# id", "root@vm:/tmp# id", 0, 19},
		{"overstrikes", "N\bNA\bAM\bME\bE", "NAME", 1, 6},
		{"carriage return", "\x1b[?2004l\r20000", "20000", 0, 10},
		{"no-break spaces", "open\u00a0files\u00a0(-n)\u00a01024", "open files (-n) 1024", 16, 17},
		{"byte order mark within", "\ufefffs.file-max", "fs.file-max", 0, 2},
		{"typographic quotes", "\u201c1024 65535\u201d", `"1024 65535"`, 1, 2},
		{"full-width colon", "内存：23Gi", "内存:23Gi", 7, 4},
		{"quoted-printable", "fs.file-max =3D 206310=0A=", "fs.file-max = 206310", 14, 17},
		{"HTML", `<span class="quotelev2">&gt;&gt; descriptors  16384</span>`, ">> descriptors  16384", 3, 34},
		{"words in angle brackets stay", "#<domain> <type>", "#<domain> <type>", 0, 1},
		{"Russian console text taken for Windows'", "\u040a\u00ae\u00a4\u0490\u00ab\u043c", "Модель", 0, 1},
		{"a quote in French", "process\u2019s", "process's", 8, 9},
	} {
		l := cleaned(c.given)
		assert.Equal(t, c.want, l.text, c.what)
		_, column := l.position(c.at)
		assert.Equal(t, c.column, column, c.what)
	}
}

// TestDecorations gives each decoration its own example: taken off, what is left
// is the reading.
func TestDecorations(t *testing.T) {
	for _, d := range decorations {
		p, l := &page{diff: true}, cleaned(d.reads)
		before := len(l.text)
		assert.True(t, d.peel(p, &l), d.what)
		assert.Less(t, len(l.text), before, d.what)
		assert.NotEmpty(t, l.text, d.what)
	}
}

// TestExamples gives each reader its own example: it takes the line.
func TestExamples(t *testing.T) {
	for _, r := range readers {
		t.Run(r.name, func(t *testing.T) {
			given := r.example
			if r.name == "answer" {
				given = "$ ulimit -n\n" + given
			}
			d := Read([]File{{Text: []byte(given)}}, "")
			if assert.NotEmpty(t, d.Parts, r.title) {
				assert.Equal(t, r.name, d.Parts[len(d.Parts)-1].Reader, r.title)
			}
			assert.Empty(t, d.Unread, r.title)
		})
	}
}

func TestNotice(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"nothing", "", "empty"},
		{"blanks", " \n\t\n", "empty"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG picture"},
		{"noughts", strings.Repeat("\x00\x01\x02ab", 100), "binary data"},
		{"a letter", "Dear Sir,\nit is slow.", "Nothing in the input was recognised"},
		{"comments only", "# nothing set here\n", "no setting that Headroom knows"},
		{"a dump", "fs.file-max = 1", ""},
		{"a system without settings", "Linux vm 6.1.0 #1 SMP x86_64 GNU/Linux", ""},
	} {
		notice := Read([]File{{Text: []byte(c.text)}}, "").Notice
		if c.want == "" {
			assert.Empty(t, notice, c.what)
			continue
		}
		assert.Contains(t, notice, c.want, c.what)
		assert.Equal(t, 1, strings.Count(notice, "."), "one sentence: %s", notice)
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text, want string
		unit       uint64
	}{
		{"18446744073709551615", "unlimited", 1}, {"9223372036854775806", "9223372036854775806", 1}, {"8192", "8388608", 1024}, {"8MB", "8388608", 1}, {"8m", "8388608", 1024},
		{"-1", "unlimited", 1}, {"infinity", "unlimited", 1}, {"unbegrenzt", "unlimited", 1}, {"1:30:00", "5400", 1}, {"2097151", "1073741312", 512},
		{"18446744073709551616", "", 1}, {"12x", "", 1}, {"", "", 1}, {"0x10", "", 1},
	} {
		value, ok := limitValue(c.text, c.unit)
		assert.Equal(t, c.want != "", ok, c.text)
		if ok {
			assert.Equal(t, c.want, value, c.text)
		}
	}
	n, ok := Setting{Value: "18446744073709551615"}.Number()
	assert.True(t, ok)
	assert.Equal(t, uint64(1<<64-1), n)
	assert.Equal(t, []uint64{32768, 60999}, Setting{Value: "32768 60999"}.Numbers())
	assert.Nil(t, Setting{Value: "32768 x"}.Numbers())
	for text, want := range map[string]uint64{"23Gi": 23 << 30, "8,5Mi": 17 << 19, "1.5G": 3 << 29, "0B": 0, "268K": 268 << 10, "12": 12} {
		n, ok := roundSize(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, n, text)
	}
}

// TestOSArgument checks that what the caller says of the system counts.
func TestOSArgument(t *testing.T) {
	assert.Equal(t, Solaris, Read([]File{{Text: []byte("fs.file-max = 1")}}, Solaris).Host.OS)
}

// TestFileNames checks that a file dropped under its own name is what it is.
func TestFileNames(t *testing.T) {
	d := Read([]File{{Name: "uname.txt", Text: []byte("Linux mail 5.10.0-8-amd64 x86_64 GNU/Linux")}, {Name: "90-mail.conf", Text: []byte("fs.file-max = 1\n")}}, "")
	s := d.Settings[0]
	assert.Equal(t, Setting{Name: "fs.file-max", Raw: "1", Value: "1", Unit: "open files", Scope: Configured, Source: "sysctl", File: 1, Line: 1, Column: 15, Path: "90-mail.conf"}, s)
	assert.Equal(t, []string{"uname.txt", "90-mail.conf"}, d.Names)
	assert.Equal(t, "5.10.0-8-amd64", d.Host.Release)
}

// TestFormats checks that every reader is a format with a title of its own and
// an example that is short.
func TestFormats(t *testing.T) {
	titles := map[string]bool{}
	for _, f := range Formats() {
		assert.False(t, titles[f.Title], f.Title)
		titles[f.Title] = true
		assert.LessOrEqual(t, strings.Count(f.Example, "\n"), 6, f.Title)
	}
	assert.Len(t, titles, len(readers))
}
