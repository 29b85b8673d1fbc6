package rule

import (
	"headroom/advisor/capacity"
	"headroom/advisor/dump"
)

// Facts are what rules judge: the settings of one host by name, and the plan.
type Facts struct {
	Dump *dump.Dump
	Plan capacity.Plan
	Vars capacity.Vars
}

// NewFacts indexes a dump beside a plan.
func NewFacts(d *dump.Dump, p capacity.Plan) *Facts {
	return &Facts{Dump: d, Plan: p, Vars: p.Vars()}
}
