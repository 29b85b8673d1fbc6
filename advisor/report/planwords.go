package report

import "strings"

// A planLanguage holds the texts of a plan's report that are not the
// formulas' own.
type planLanguage struct {
	title, given, nothingGiven                                       string
	result, formula, working, value, unit, section, meaning, caption string
	note, beyond, byDefault                                          string
	defaults                                                         func(list []string) string
	needed, neededLead, neededFirst                                  string
	theLimits                                                        string
	figures                                                          map[string]string // by plan key
	bars                                                             func(what, has, planned string) string
	ofHost                                                           func(what []string, name string) string
}

// planWords is the language of every plan's report.
var planWords = planLanguage{
	title: "Capacity plan", given: "Given", nothingGiven: "Nothing is given yet.",
	result: "Result", formula: "Formula", working: "With the figures", value: "Value", unit: "Unit",
	section: "Section of the guide", meaning: "What it means", caption: "What follows from the plan",
	note: "Note", beyond: "beyond the guide", byDefault: "By default",
	defaults: func(list []string) string { return "by default: " + strings.Join(list, ", ") },
	needed:   "Still needed", neededLead: "Further formulas need these:",
	neededFirst: "Give any of these to start:",
	theLimits:   "the limits",
	figures:     map[string]string{"ram-mb": "memory", "swap-mb": "swap", "time-wait": "TIME_WAIT", "stack-kb": "the stack of a thread"},
	bars: func(what, has, planned string) string {
		return "Of " + what + " the bars take the host's " + has + ", the results the plan's " + planned + "."
	},
	ofHost: func(what []string, name string) string {
		if name == "" {
			name = "the host"
		}
		return "Taken from " + name + ", checked in this tab: " + strings.Join(what, ", ") + "."
	},
}
