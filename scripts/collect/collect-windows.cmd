@echo off
rem collect-windows.cmd: prints the limits of a Windows server that runs
rem CommuniGate Pro, for Headroom. Run it as administrator:
rem
rem     collect-windows.cmd > cgp-limits.txt 2>&1
rem
rem It reads and prints; it changes nothing and sends nothing. A command that is
rem not there leaves its error in the text: that tells something too.
call :show ver
call :show systeminfo
call :show reg query HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
call :show netsh int ipv4 show dynamicport tcp
call :show netsh int ipv4 show dynamicport udp
call :show netsh int ipv6 show dynamicport tcp
call :show netsh int ipv6 show dynamicport udp
call :show netsh int ipv4 show excludedportrange tcp
exit /b 0

rem The command as at a prompt, then what it prints.
:show
echo C:\^>%*
%*
echo.
exit /b 0
