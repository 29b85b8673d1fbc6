package rule

// macosResources are the resources of a macOS host.
var macosResources = []resource{
	processFiles(macosChain),
	perConnection("open files", "macos.kern.maxfiles", 4),
	perThread("threads", "macos.kern.num_taskthreads", 100),
	atRate("outgoing ports", "macos.net.inet.ip.portrange.first", outgoingWaiting, portsFrom),
	ofMemory,
}
