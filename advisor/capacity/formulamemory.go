package capacity

// memoryFormulas are those of "Estimating Resources Usage".
var memoryFormulas = []Formula{
	{
		ID: "plan.webuser-descriptors", Title: "Descriptors of WebUser sessions",
		Unit: "descriptors", Section: "Estimating Resources Usage",
		Expr:    "webuser-sessions",
		round:   up,
		meaning: meaning{text: "A session holds no socket between two requests, but it keeps one mailbox open or more. Counted here with one each; they add to twice the connections."},
	},
	{
		ID: "plan.threads", Title: "Threads of the server",
		Unit: "threads", Section: "Estimating Resources Usage",
		Expr:    "connections+static-threads",
		when:    func(v Vars) bool { return !given("threads")(v) },
		round:   up,
		meaning: meaning{text: "One for each connection, while it lasts, and the static ones: Local Delivery, SIP Server, SIP Client and Signal processors exist whether they work or not."},
	},
	{
		ID: "plan.thread-memory", Title: "Thread stacks",
		Unit: "bytes", Section: "Estimating Resources Usage",
		Expr:    "T*stack-kb*1024",
		also:    []string{"ram-mb", "swap-mb"},
		round:   up,
		meaning: meaning{first: fitsMemory, text: "Virtual memory: most of a stack is never touched and takes no real memory."},
	},
	{
		ID: "plan.virtual-memory", Title: "Virtual memory of the host",
		Unit: "MiB", Section: "Estimating Resources Usage",
		Expr:    "swap-mb+ram-mb",
		meaning: meaning{text: "What all processes share, where the system promises no more than it has. The server gets what the others leave."},
		Note:    "The guide's example, 127 MB of swap and 96 MB of memory, makes 223 MB; the guide prints 220.",
	},
	{
		ID: "plan.threads-by-memory", Title: "Threads whose stacks fill the virtual memory",
		Unit: "threads", Section: "Estimating Resources Usage",
		Expr:    "(swap-mb+ram-mb)*1024/stack-kb",
		round:   down,
		meaning: meaning{text: "An upper bound: nothing else has room beside them."},
		Note:    "In 100 to 150 MB the guide expects 500 to 1,000 threads. Stacks alone allow 800 to 1,200; its figure leaves room for other memory.",
	},
}

// fitsMemory compares the stacks with the memory of the host.
func fitsMemory(v Vars, bytes float64) string {
	ram, known := v["ram-mb"]
	swap, both := v["swap-mb"]
	switch {
	case !known || !both:
		return ""
	case bytes > (ram.Value+swap.Value)*mebibyte:
		return "They exceed memory and swap together: a system that promises no more than it has refuses them."
	}
	return "They fit into memory and swap together."
}

const mebibyte = 1 << 20 // bytes

// narrowFormulas hold for 32-bit servers only.
var narrowFormulas = []Formula{
	{
		ID: "plan.threads-32bit", Title: "Threads of a 32-bit server",
		Unit: "threads", Section: "Estimating Resources Usage",
		Expr: "T", when: narrow, also: []string{"bits"},
		round: up,
		meaning: meaning{text: "Within what the guide expects of a process with 2 GB of virtual memory.", steps: []step{
			{over: 4000, text: "Take a system that gives one process more than 2 GB of virtual memory, and 4 GB of RAM; or a 64-bit one."},
		}},
		Note: "4,000 stacks of 128 KiB are 500 MiB, so the guide's 2 GB counts about 512 KiB a thread, all included.",
	},
	{
		ID: "plan.stacks-32bit", Title: "Threads whose stacks fill 2 GiB",
		Unit: "threads", Section: "Estimating Resources Usage",
		Expr: "2097152/stack-kb", // 2 GiB in KiB
		when: narrow, also: []string{"bits"},
		round:   down,
		meaning: meaning{text: "An upper bound for a process with 2 GiB of addresses; with 4 GiB it is twice as many. Nothing else has room beside them."},
	},
	{
		ID: "plan.linuxthreads", Title: "Threads under LinuxThreads",
		Unit: "threads", Section: "Linux 2.2",
		Expr: "2048/2", when: narrow, also: []string{"bits"},
		round:   down,
		meaning: meaning{text: "The old thread library of Linux takes 2 MiB of the 2,048 MiB of addresses for each stack. With a POSIX thread library this bound does not exist."},
		Note:    "The guide says that more than 1,000 are impossible. glibc 2.4 dropped that library.",
	},
	{
		ID: "plan.swap-32bit", Title: "Swap of a 32-bit system",
		Unit: "bytes", Section: "Estimating Resources Usage",
		Expr: "swap-mb*1048576", when: narrow, also: []string{"bits"},
		round: up,
		meaning: meaning{text: "Not more than one 32-bit process can use.", steps: []step{
			{over: 4096 * mebibyte, text: "Swap beyond 4 GB serves no 32-bit process, and many get only 2 GB: the rest can be spared."},
		}},
	},
}

func narrow(v Vars) bool { return equal("bits", 32)(v) }
