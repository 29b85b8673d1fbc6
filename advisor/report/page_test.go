package report_test

import (
	"testing"

	"headroom/advisor"
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
	"headroom/advisor/report"
	"headroom/advisor/rule"
)

// FuzzPage makes real checks: whatever bytes stand in a text, in the name of its
// file and in the plan, nothing of them becomes an element or an attribute that
// is not on the list, neither in the page nor in a report that is saved.
func FuzzPage(f *testing.F) {
	const evil = `"><img src=x onerror=alert(1)><script>alert(2)</script>`
	f.Add("Linux mx 6.1.0 #1 SMP x86_64 GNU/Linux\nfs.file-max = 65536 "+evil+"\n"+evil+"\nfs.filemax = 1\n", evil, "connections=20000")
	f.Add("==> /etc/"+evil+" <==\nfs.file-max = 1\n==> /var/CommuniGate/Startup.sh <==\nulimit -n 1024 # "+evil+"\n", "a\x00b", evil)
	f.Add("\xff\xfe<\x00b\x00>\x00\n\x00", "<!--", "pop-users=1000,imap-users=50,ram-mb=1024")
	f.Add("SunOS mx 5.10 Generic sun4v\nset rlim_fd_max=1024\nset maxusers="+evil+"\n", "]]>", "threads="+evil)
	f.Add("Windows Registry Editor Version 5.00\n\n[HKEY_LOCAL_MACHINE\\"+evil+"]\n\"MaxUserPort\"=dword:00001388\n", "</title>", "")
	f.Fuzz(func(t *testing.T, text, name, plan string) {
		wanted, err := capacity.ParsePlan(plan)
		if err != nil {
			wanted = capacity.Plan{}
		}
		files := []dump.File{{Name: name, Text: []byte(text)}, {Name: text, Text: []byte(name + "\n" + plan)}}
		meanings := dump.Meanings("")
		told := dump.File{Name: name, Text: []byte(text), Corrections: []dump.Correction{
			{From: 1, To: 1 + len(plan)%4, As: meanings[len(text)%len(meanings)].ID}, {From: 5, To: 5, As: "sysctl.conf"}, {From: 9, To: 9, As: plan},
		}}
		for _, given := range [][]dump.File{files[:1], files, {told, files[1]}} {
			r := advisor.Check(advisor.Input{Name: name, Files: given, Plan: wanted, Accept: text, Today: "2026-11-28"})
			report.CheckMarkup(t, report.HTML(r)+report.CapacityHTML(r)+report.LinesHTML(r, 1, 0))
			report.CheckDocument(t, report.Document(r))
			limits, binding := rule.Limits(rule.Recall(r.Facts.Kept(), wanted))
			report.CheckMarkup(t, report.PlanHTML(wanted)+report.PlanChartsHTML(wanted, limits, binding))
		}
	})
}
