# collect-windows.ps1: prints the limits of a Windows server that runs
# CommuniGate Pro, for Headroom. Run it as administrator:
#
#     powershell -ExecutionPolicy Bypass -File collect-windows.ps1 > cgp-limits.txt
#
# It reads and prints; it changes nothing and sends nothing. A command that is
# not there leaves its error in the text: that tells something too.

# The command as at a prompt, then what it prints.
function Show([string] $Command) {
	"PS C:\> $Command"
	try { Invoke-Expression $Command 2>&1 | Out-String -Width 200 } catch { "$_" }
}

Show 'cmd /c ver'
Show 'systeminfo'
Show 'reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters'
Show 'netsh int ipv4 show dynamicport tcp'
Show 'netsh int ipv4 show dynamicport udp'
Show 'netsh int ipv6 show dynamicport tcp'
Show 'netsh int ipv6 show dynamicport udp'
Show 'netsh int ipv4 show excludedportrange tcp'
Show 'Get-NetTCPSetting | Format-List SettingName, DynamicPortRangeStartPort, DynamicPortRangeNumberOfPorts'
