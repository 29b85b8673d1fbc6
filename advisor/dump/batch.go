package dump

import "strings"

// readBatch reads what only batch files have: "@" before a command, REM and "::"
// before a comment; and what PowerShell says of a command that failed.
func readBatch(p *page, l *line) bool {
	t := l.text
	switch t[0] {
	case '@':
		return p.batchCommand(l)
	case '+':
		return p.shownCommand(l)
	case '$':
		return p.assignedCommand(l)
	case '#':
		return p.commentedOut(l)
	case 'R', 'r':
		return len(t) >= 3 && strings.EqualFold(t[:3], "rem") && (len(t) == 3 || blank(t[3])) && p.tell(l, "words of Windows")
	case ':':
		return strings.HasPrefix(t, "::") && p.isProgram(l.span().from(2).trim(), false)
	}
	return p.cmdletFailed(l)
}

// commentedOut reads "# netsh ..." of a script of PowerShell. It looks like the
// prompt of root, which no command of Windows stands behind.
func (p *page) commentedOut(l *line) bool {
	name, _ := l.span().from(1).word()
	if _, unix := p.programs.get(name.text); unix {
		return false
	}
	known, ok := p.winProgram(name.text)
	return ok && !known.prose && p.tell(l, "words of Windows")
}

// assignedCommand reads a command whose result a script of PowerShell keeps:
// "$null = New-ItemProperty ...".
func (p *page) assignedCommand(l *line) bool {
	name, command, found := l.span().cut(" = ")
	if hive, _ := splitHive(keyLetters(command.unquote().text)); found && hive != "" && strings.Contains(command.text, `\`) {
		return p.tell(l, "words of Windows")
	}
	first, _ := command.word()
	if _, known := p.winProgram(first.text); !found || !known || strings.Contains(name.text, " ") {
		return false
	}
	p.run(l, command)
	return true
}

// shownCommand reads the lines in which PowerShell shows the command that failed.
func (p *page) shownCommand(l *line) bool {
	if !strings.HasPrefix(l.text, "+ ") {
		return false
	}
	name, _ := l.span().from(1).word()
	_, known := p.winProgram(name.text)
	return known || strings.HasPrefix(name.text, "~~") || name.text == "CategoryInfo" || name.text == "FullyQualifiedErrorId"
}

// cmdletFailed reads "Set-ItemProperty : Requested registry access is not
// allowed."
func (p *page) cmdletFailed(l *line) bool {
	i := strings.Index(l.text[:min(len(l.text), 40)], " : ")
	if i < 0 {
		return false
	}
	if _, known := p.winProgram(l.text[:i]); !known {
		return false
	}
	p.failed(l)
	return true
}

// batchCommand reads a command with "@" before it. With "@echo off" a batch file
// begins.
func (p *page) batchCommand(l *line) bool {
	command := l.span().from(1)
	switch {
	case strings.EqualFold(command.text, "echo off"):
		p.begin(context{path: p.path, whole: p.whole, script: true})
		p.tell(l, "words of Windows")
	case len(command.text) > 4 && strings.EqualFold(command.text[:4], "rem "):
	case command.text != "" && letter(command.text[0]) && p.isProgram(command, true):
		if !p.script {
			p.begin(context{})
		}
		p.run(l, command)
	default:
		return false
	}
	return true
}

// winMessages are what commands of Windows say of how they went, by their starts;
// true where they say that nothing was set.
var winMessages = []struct {
	start  string
	failed bool
}{
	{"ERROR: ", true}, {"Error: ", true}, {"FEHLER: ", true}, {"Fehler: ", true}, {"ERREUR", true}, {"Erreur", true}, {"ERROR:", true}, {"ОШИБКА: ", true}, {"Ошибка: ", true}, {"错误: ", true}, {"錯誤: ", true}, {"エラー: ", true}, {"오류: ", true},
	{"ERRORE: ", true}, {"Errore: ", true}, {"ERRO: ", true}, {"BŁĄD: ", true}, {"HATA: ", true}, {"CHYBA: ", true}, {"FOUT: ", true}, {"FEL: ", true}, {"FEJL: ", true}, {"VIRHE: ", true}, {"HIBA: ", true}, {"ПОМИЛКА: ", true},
	{"Access is denied", true}, {"Отказано в доступе", true}, {"Zugriff verweigert", true}, {"Accès refusé", true}, {"Acceso denegado", true}, {"拒绝访问", true}, {"存取被拒", true}, {"アクセスが拒否されました", true}, {"액세스가 거부되었습니다", true},
	{"Accesso negato", true}, {"Acesso negado", true}, {"Odmowa dostępu", true}, {"Erişim engellendi", true}, {"Přístup byl odepřen", true}, {"Toegang geweigerd", true}, {"Åtkomst nekad", true},
	{"The requested operation requires elevation", true}, {"Der angeforderte Vorgang erfordert erhöhte Rechte", true}, {"L'opération demandée nécessite une élévation", true}, {"La operación solicitada requiere elevación", true}, {"L'operazione richiesta richiede", true},
	{"A operação solicitada requer elevação", true}, {"Żądana operacja wymaga podniesienia", true}, {"Запрошенная операция требует повышения", true}, {"İstenen işlem", true}, {"请求的操作需要提升", true}, {"要求的作業需要提升", true}, {"要求された操作には管理者特権が必要です", true}, {"요청한 작업을 수행하려면 권한 상승이 필요합니다", true},
	{"The following command was not found", true}, {"The parameter is incorrect", true}, {"The syntax supplied for this command is not valid", true}, {"The filename, directory name, or volume label syntax is incorrect", true},
	{"Falscher Parameter", true}, {"Paramètre incorrect", true}, {"El parámetro no es correcto", true}, {"Parametro non corretto", true}, {"Parâmetro incorreto", true}, {"Параметр задан неверно", true}, {"参数错误", true}, {"參數錯誤", true}, {"パラメーターが間違っています", true},
	{"The operation completed successfully", false}, {"Операция успешно завершена", false}, {"Der Vorgang wurde erfolgreich beendet", false}, {"L'opération a réussi", false},
	{"End of search: ", false}, {"Ok.", false}, {"OK.", false}, {"ОК.", false}, {"At line:", false}, {"Press any key to continue", false},
}

// readWinMessage reads the messages of the commands of Windows. A setting that a
// command could not make is none.
func readWinMessage(p *page, l *line) bool {
	t := l.text
	if _, windows := p.tells["commands of Windows"]; !windows {
		return false
	}
	for _, m := range winMessages {
		if strings.HasPrefix(t, m.start) {
			if m.failed {
				p.failed(l)
			}
			return true
		}
	}
	return false
}
