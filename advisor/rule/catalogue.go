package rule

import "slices"

// Version names the catalogue and the readers together, as "YYYY.N": the year,
// and a number raised with every change of a rule or a reader. Reports, JSON
// and links carry it.
const Version = "2026.1"

// Catalogue is every rule, in the order of the systems and, within one, of
// the guide's page.
var Catalogue = slices.Concat(linuxRules, solarisRules, freebsdRules, hpuxRules, windowsRules, macosRules, planRules)

// Lookup returns the rule of that ID, nil when there is none.
func Lookup(id string) *Rule {
	for i := range Catalogue {
		if Catalogue[i].ID == id {
			return &Catalogue[i]
		}
	}
	return nil
}
