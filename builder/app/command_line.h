// app: command line; one short function for each product; main().
#pragma once

namespace octavo::app {

/// Runs the program; the result is its exit status (ExitCode).
int runCommandLine(int argumentCount, const char* const* arguments);

}  // namespace octavo::app
