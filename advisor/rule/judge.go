package rule

// Judge returns one finding for each rule of the host's system, worst first;
// none where the system is not known.
func Judge(f *Facts) []Finding {
	findings := []Finding{}
	for i := range Catalogue {
		if r := &Catalogue[i]; r.OS == f.Dump.Host.OS {
			findings = append(findings, Finding{Rule: r, Verdict: Unseen, Collect: r.See})
		}
	}
	return findings
}
