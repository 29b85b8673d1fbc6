package dump

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// russian is systeminfo of a Russian Windows.
const russian = `Имя узла:                         MAIL
Название ОС:                      Майкрософт Windows Server 2016 Standard
Версия ОС:                        10.0.14393 Н/Д построение 14393
Тип системы:                      x64-based PC
Процессор(ы):                     Число процессоров - 1.
                                  [01]: Intel64 Family 6 Model 79 Stepping 1 GenuineIntel ~2295 МГц
Часовой пояс:                     (UTC+03:00) Москва, Санкт-Петербург
Полный объем физической памяти:   16` + "\u00a0" + `302 МБ
Доступная физическая память:      8` + "\u00a0" + `155 МБ
Виртуальная память: Макс. размер: 23` + "\u00a0" + `470 МБ
`

// written is a text in a single-byte encoding.
func written(t *testing.T, text string, table *[128]rune) []byte {
	t.Helper()
	var raw []byte
next:
	for _, r := range text {
		if r < 0x80 {
			raw = append(raw, byte(r))
			continue
		}
		for i, known := range table {
			if known == r {
				raw = append(raw, byte(i+0x80))
				continue next
			}
		}
		require.Failf(t, "no such character", "%q", r)
	}
	return raw
}

// TestEncodingsOfSystemInfo reads one answer of systeminfo in all encodings that
// Windows writes, and as it looks after one was taken for another.
func TestEncodingsOfSystemInfo(t *testing.T) {
	spoilt := func(raw []byte, table *[128]rune) []byte { return []byte(decodeTable(raw, table)) }
	dos, windows := written(t, russian, &cp866), written(t, russian, &windows1251)
	for what, raw := range map[string][]byte{
		"UTF-8":                          []byte(russian),
		"UTF-16":                         []byte(wide(russian, false)),
		"UTF-16 without mark":            []byte(wide(russian, false))[2:],
		"windows-1251":                   windows,
		"CP866":                          dos,
		"CP866 taken for windows-1251":   spoilt(dos, &windows1251),
		"UTF-8 taken for windows-1251":   spoilt([]byte(russian), &windows1251),
		"windows-1251 taken for Latin-1": spoilt(windows, &latin1),
		"windows-1251 taken for CP866":   spoilt(windows, &cp866),
	} {
		h := Read([]File{{Text: raw}}, "").Host
		assert.Equal(t, Windows, h.OS, what)
		assert.Equal(t, "10.0.14393", h.Release, what)
		assert.Equal(t, "x64", h.Arch, what)
		assert.Equal(t, uint64(16302<<20), h.MemoryBytes, what)
		assert.Equal(t, uint64((23470-16302)<<20), h.SwapBytes, what)
		assert.Zero(t, h.CPUs, "%s: systeminfo counts chips", what)
	}
}
