package site

import "headroom/advisor/capacity"

// A planField is an input of the form on the advisor's page.
type planField struct {
	Label string
	*capacity.Key
}

// planFields are the inputs of the plan that the form begins with, worded for
// it; name, unit and meaning are the planner's own.
var planFields = []planField{
	{"Connections at once", capacity.LookupKey("connections")},
	{"Threads", capacity.LookupKey("threads")},
	{"New connections a second", capacity.LookupKey("new-per-second")},
	{"Connections closed a second", capacity.LookupKey("closes-per-second")},
	{"Outgoing connections a second", capacity.LookupKey("outgoing-per-second")},
}

// A sample is a paste to try, in sample/NAME.txt.
type sample struct{ Name, Title string }

// samples are the pastes on offer; script/samples.js carries their text.
var samples = []sample{
	{"stock", "A stock server: much to do"},
	{"quoted", "A customer's mail, quoted"},
	{"tuned", "A tuned server"},
}
