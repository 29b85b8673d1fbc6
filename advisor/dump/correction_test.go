package dump

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// TestMeanings reads the case of each meaning: "dump" as it stands gives "said",
// with "corrections" it gives "settings" and, where the case has it, "unread".
func TestMeanings(t *testing.T) {
	for _, m := range meanings {
		t.Run(m.ID, func(t *testing.T) {
			file := filepath.Join("testdata", "meaning", m.ID+".txtar")
			archive, err := txtar.ParseFile(file)
			require.NoError(t, err)
			require.NotEmpty(t, archive.Comment, "a case says why it exists")
			text, corrections := archive.Files[0].Data, correctionsOf(t, archive.Files[1].Data)
			require.Equal(t, m.ID, corrections[0].As)
			said := Read([]File{{Text: text}}, "")
			d := Read([]File{{Text: text, Corrections: corrections}}, "")
			require.Empty(t, d.Complaints)
			for i := 2; i < len(archive.Files); i++ {
				part := &archive.Files[i]
				got := shown(d, part.Name)
				if part.Name == "said" {
					got = shown(said, "settings")
				}
				if *update {
					part.Data = []byte(got)
				}
				assert.Equal(t, string(part.Data), got, part.Name)
			}
			assert.NotEqual(t, shown(said, "settings"), shown(d, "settings"), "nobody needs to say it")
			if *update {
				require.NoError(t, os.WriteFile(file, txtar.Format(archive), 0o644))
			}
		})
	}
}

// correctionsOf reads corrections as the cases have them, "2-4 sysctl.conf" a line.
func correctionsOf(t *testing.T, text []byte) []Correction {
	t.Helper()
	var all []Correction
	for line := range strings.Lines(string(text)) {
		var c Correction
		_, err := fmt.Sscanf(line, "%d-%d %s", &c.From, &c.To, &c.As)
		require.NoError(t, err)
		all = append(all, c)
	}
	return all
}

// asTold reads one text of which something is said: "2-4 sysctl.conf".
func asTold(t *testing.T, text string, said ...string) *Dump {
	t.Helper()
	return Read([]File{{Text: []byte(text), Corrections: correctionsOf(t, []byte(strings.Join(said, "\n")))}}, "")
}

// TestCorrectionThatCannotBeFollowed checks that the text is read all the same, and
// that a sentence says what is wrong.
func TestCorrectionThatCannotBeFollowed(t *testing.T) {
	cases := []struct {
		name string
		said []string
		want string
	}{
		{"no such meaning", []string{"1-1 soup"}, `Lines 1 to 1 cannot be read as "soup", which is none of sysctl-a, `},
		{"no meaning", []string{"1-1 ''"}, `cannot be read as "''"`},
		{"line 0", []string{"0-1 sysctl.conf"}, "Lines 0 to 1 are not there to be read as sysctl.conf: the text has 2."},
		{"below the end", []string{"1-3 sysctl.conf"}, "Lines 1 to 3 are not there"},
		{"backwards", []string{"2-1 sysctl.conf"}, "Lines 2 to 1 are not there"},
		{"said twice", []string{"1-2 sysctl-a", "2-2 sysctl.conf"}, "Lines 2 to 2 cannot be read as sysctl.conf: lines 1 to 2 are read as sysctl-a."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := asTold(t, "fs.file-max = 65536\nfs.nr_open = 65536\n", c.said...)
			require.Len(t, d.Complaints, 1)
			assert.Contains(t, d.Complaints[0], c.want)
			assert.Len(t, d.Settings, 2)
			assert.Equal(t, 2, d.Understood)
			assert.Len(t, d.Corrected, len(c.said)-1)
		})
	}
}

// TestComplaintNamesTheFile of several.
func TestComplaintNamesTheFile(t *testing.T) {
	d := Read([]File{{Name: "a.txt", Text: []byte("fs.file-max = 1\n")}, {Name: "b.txt", Corrections: []Correction{{1, 1, "sysctl-a"}}}}, "")
	assert.Equal(t, []string{"Lines 1 to 1 of b.txt are not there to be read as sysctl-a: the text has 0."}, d.Complaints)
}

// TestWhatCameOfCorrections checks their count of lines, and that they are told in
// the order of the text.
func TestWhatCameOfCorrections(t *testing.T) {
	d := asTold(t, "fs.file-max = 65536\n\nfs.nr_open = 65536\nsoup\n\n\n", "5-6 sysctl.conf", "3-4 sysctl-a", "1-2 sysctl.conf")
	assert.Equal(t, []Corrected{
		{Correction{1, 2, "sysctl.conf"}, 0, 1, 1},
		{Correction{3, 4, "sysctl-a"}, 0, 2, 1},
		{Correction{5, 6, "sysctl.conf"}, 0, 0, 0},
	}, d.Corrected)
	assert.Equal(t, "the file /etc/sysctl.conf", d.Corrected[0].Title())
	assert.Equal(t, Configured, d.Settings[0].Scope)
	assert.Equal(t, Running, d.Settings[1].Scope)
	assert.Equal(t, [][3]int{{0, 1, 1}, {0, 3, 3}}, partsOf(d))
}

// partsOf are the parts of a text: the file, the first line, the last.
func partsOf(d *Dump) [][3]int {
	var all [][3]int
	for _, p := range d.Parts {
		all = append(all, [3]int{p.File, p.From, p.To})
	}
	return all
}

// TestCorrectedLinesAreAPart checks that a part of the text ends where what is said
// of it does.
func TestCorrectedLinesAreAPart(t *testing.T) {
	d := asTold(t, "fs.file-max = 1\nfs.nr_open = 2\nkernel.pid_max = 3\n", "2-2 sysctl.conf")
	assert.Equal(t, [][3]int{{0, 1, 1}, {0, 2, 2}, {0, 3, 3}}, partsOf(d))
}

// TestLinesAroundACorrectionStayWhatTheyAre checks that the file that the text names
// goes on below lines that are said to be something else.
func TestLinesAroundACorrectionStayWhatTheyAre(t *testing.T) {
	text := "$ cat /etc/sysctl.d/90-mail.conf\nfs.file-max = 1\nfs.nr_open = 2\nkernel.pid_max = 3\n"
	d := asTold(t, text, "3-3 sysctl-a")
	assert.Equal(t, "2:15 fs.file-max = 1 configured in /etc/sysctl.d/90-mail.conf\n3:14 fs.nr_open = 2 running\n4:18 kernel.pid_max = 3 configured in /etc/sysctl.d/90-mail.conf\n", shown(d, "settings"))
	for _, x := range d.Extents {
		assert.False(t, x.Whole, "lines %d to %d are not all of the file", x.From, x.To)
	}
}

// TestCorrectedLinesAreNotAWholeFile checks that nobody takes them for all that
// stands in the file they are said to be of.
func TestCorrectedLinesAreNotAWholeFile(t *testing.T) {
	d := asTold(t, "fs.file-max = 1\nfs.nr_open = 2\n", "1-2 sysctl.conf")
	assert.Equal(t, []Extent{{Path: "/etc/sysctl.conf", From: 1, To: 2}}, d.Extents)
}

// TestCommandAmongCorrectedLines checks that a command says what follows it.
func TestCommandAmongCorrectedLines(t *testing.T) {
	d := asTold(t, "fs.file-max = 1\n$ sysctl fs.nr_open\nfs.nr_open = 2\n", "1-3 sysctl.conf")
	assert.Equal(t, Configured, d.Settings[0].Scope)
	assert.Equal(t, Running, d.Settings[1].Scope)
}

// TestLinesThatCannotBeWhatIsSaid checks that a line is not understood where it makes
// no sense as what it is said to be, however well it is known elsewhere.
func TestLinesThatCannotBeWhatIsSaid(t *testing.T) {
	for as, text := range map[string]string{
		"sysctl.conf":   "open files                          (-n) 1024\n",
		"sysctl-a":      "MemTotal:        8164548 kB\n",
		"systemd-unit":  "SUPPLPARAMS=\"--dropRoot\"\n",
		"limits.conf":   "fs.file-max = 65536\n",
		"server-limits": "ulimit -n 65536\n",
		"etc-system":    "maxfiles_lim 4096\n",
		"netsh-tcp":     "MaxUserPort    REG_DWORD    0xfffe\n",
	} {
		require.Equal(t, 1, Read([]File{{Text: []byte(text)}}, "").Understood, text)
		d := asTold(t, text, "1-1 "+as)
		assert.Empty(t, d.Settings, as)
		assert.Zero(t, d.Host.MemoryBytes, as)
		assert.Equal(t, []Corrected{{Correction{1, 1, as}, 0, 1, 0}}, d.Corrected)
		assert.Len(t, d.Unread, 1, as)
	}
	script := asTold(t, "fs.file-max = 65536\n", "1-1 Startup.sh")
	assert.Empty(t, script.Settings, "it sets nothing in a script")
}

// TestWrappedLineEndsAtACorrection checks that a line which goes on in the next does
// not reach over the end of what is said.
func TestWrappedLineEndsAtACorrection(t *testing.T) {
	soft := "MIME-Version: 1.0\nContent-Transfer-Encoding: quoted-printable\n\nnet.core.somaxconn =3D 40=\n96\n"
	require.Equal(t, "4096", Read([]File{{Text: []byte(soft)}}, "").Settings[0].Value)
	assert.Equal(t, "40", asTold(t, soft, "4-4 sysctl.conf").Settings[0].Value)
	assert.Equal(t, "4096", asTold(t, soft, "4-5 sysctl.conf").Settings[0].Value)
}

// TestMeaningTellsTheSystem checks that what is said of lines counts for the system
// of the host, but not where nothing stands on them.
func TestMeaningTellsTheSystem(t *testing.T) {
	assert.Equal(t, FreeBSD, asTold(t, "kern.maxfiles=1\n", "1-1 loader.conf").Host.OS)
	assert.Equal(t, Unknown, asTold(t, " \nkern.maxfiles=1\n", "1-1 loader.conf").Host.OS)
}

// TestMeaningsOfASystem checks that those of other systems are not offered, and all
// where the system is not known.
func TestMeaningsOfASystem(t *testing.T) {
	ids := map[string]bool{}
	for _, m := range Meanings(Solaris) {
		ids[m.ID] = true
	}
	assert.True(t, ids["etc-system"])
	assert.False(t, ids["kctune"])
	assert.Len(t, Meanings(Unknown), len(meanings))
	for _, m := range meanings {
		assert.NotEmpty(t, m.Systems, m.ID)
		assert.Subset(t, systems, m.Systems, m.ID)
	}
}

// FuzzCorrections says anything of the lines of any text. None is lost or counted
// twice, and what cannot be followed is complained of.
func FuzzCorrections(f *testing.F) {
	files, err := filepath.Glob("testdata/meaning/*.txtar")
	require.NoError(f, err)
	for i, file := range files {
		archive, err := txtar.ParseFile(file)
		require.NoError(f, err)
		f.Add(archive.Files[0].Data, 1, 2, uint8(i), 2, 3, uint8(i+1))
	}
	for i, r := range readers {
		f.Add([]byte(r.example+"\n"+r.example), 0, 2, uint8(i), 3, 3, uint8(2*i))
	}
	f.Fuzz(func(t *testing.T, text []byte, from1, to1 int, as1 uint8, from2, to2 int, as2 uint8) {
		id := func(n uint8) string { return append(meaningIDs(), "soup")[int(n)%(len(meanings)+1)] }
		said := []Correction{{from1, to1, id(as1)}, {from2, to2, id(as2)}}
		plain := Read([]File{{Text: text}}, "")
		d := Read([]File{{Text: text, Corrections: said}, {Text: text}}, "")
		checkPlaces(t, d)
		checkRaw(t, d)
		require.Equal(t, 2*plain.Total, d.Total)
		require.Len(t, said, len(d.Corrected)+len(d.Complaints))
		for _, c := range d.Corrected {
			require.LessOrEqual(t, c.Understood, c.Total)
			require.LessOrEqual(t, c.Total, c.To-c.From+1)
			require.GreaterOrEqual(t, c.Understood, 0)
		}
	})
}
