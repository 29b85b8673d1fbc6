package rule

import "headroom/advisor/capacity"

// linuxRules are the rules of Linux.
var linuxRules = []Rule{
	{
		ID: "linux.fs.file-max", OS: "linux", Setting: "fs.file-max", Releases: "2.4+", Gate: Gate{From: "2.4"},
		Unit: "open files", Direction: AtLeast, Guide: "131072", Demand: capacity.Times(4, capacity.C), Kind: Guide,
		Title: "Open files of the whole system", Means: Sysctl, Set: "sysctl.d", Effect: "at once", Section: "Linux 2.4/2.6",
	},
}
