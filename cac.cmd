@echo off
rem CAC Registration Harness: finds a JDK, builds if sources are newer than the build, and runs the command.
setlocal
set "CAC_HOME=%~dp0"
if "%CAC_HOME:~-1%"=="\" set "CAC_HOME=%CAC_HOME:~0,-1%"
set "CAC_STAMP=%CAC_HOME%\steps\target\cac.stamp"

if defined JAVA_HOME goto java_home
set "CAC_JAVA=java.exe"
where /q java.exe
if not errorlevel 1 goto version
echo No JDK found: install one of version 17 or newer, or set JAVA_HOME to it 1>&2
exit /b 2

:java_home
set "CAC_JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%CAC_JAVA%" goto version
echo No JDK at JAVA_HOME=%JAVA_HOME%: set it to a JDK of version 17 or newer, or unset it 1>&2
exit /b 2

:version
rem "openjdk 17.0.15 2025-04-15"; a JVM older than 9 does not know the option and prints nothing here.
set "CAC_VERSION="
for /f "usebackq tokens=2" %%v in (`call "%CAC_JAVA%" --version 2^>nul`) do if not defined CAC_VERSION set "CAC_VERSION=%%v"
set "CAC_MAJOR=0"
for /f "tokens=1 delims=.-+" %%m in ("%CAC_VERSION%") do set "CAC_MAJOR=%%m"
if %CAC_MAJOR% GEQ 17 goto built
echo %CAC_JAVA% is older than Java 17: install a JDK of version 17 or newer, or set JAVA_HOME to it 1>&2
exit /b 2

:built
if not exist "%CAC_STAMP%" goto build
if not exist "%CAC_HOME%\steps\target\lib" goto build
powershell -NoProfile -Command "$h = $env:CAC_HOME; $s = (Get-Item $env:CAC_STAMP).LastWriteTime; $f = Get-ChildItem -Recurse -File (Join-Path $h 'pom.xml'), (Join-Path $h 'steps\pom.xml'), (Join-Path $h 'simulator\pom.xml'), (Join-Path $h 'steps\src\main'), (Join-Path $h 'simulator\src\main'); if ($f | Where-Object { $_.LastWriteTime -gt $s }) { exit 1 }"
if errorlevel 1 goto build
goto run

:build
echo Building (first run: about a minute)... 1>&2
pushd "%CAC_HOME%"
call mvnw.cmd -q -B -Dmaven.test.skip=true package 1>&2
if errorlevel 1 goto build_failed
popd
type nul > "%CAC_STAMP%"
goto run

:build_failed
popd
echo The build failed: see above; "mvnw.cmd verify" shows more 1>&2
exit /b 2

:run
rem The reasons for these options stand in the file cac.
"%CAC_JAVA%" -XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -Xms256m -Xmx384m -Xmn160m -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 "-Dcac.home=%CAC_HOME%" "-Dcac.command=cac" -cp "%CAC_HOME%\steps\target\lib\*" org.cacharness.cli.Main %*
exit /b %errorlevel%
