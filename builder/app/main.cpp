#include "app/command_line.h"

int main(int argumentCount, char** arguments) { return octavo::app::runCommandLine(argumentCount, arguments); }
