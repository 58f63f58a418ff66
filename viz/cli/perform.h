#pragma once
#include "viz/cli/command.h"

namespace shudao::viz::cli {

/// Does what was asked, prints it to stdout and returns the exit code. Throws what main reports.
int perform(Run const&);
int perform(Compare const&);
int perform(Merge const&);
int perform(Validate const&);
int perform(Calibrate const&);
int perform(AskStudies const&);
int perform(Select const&);
int perform(AskSensitivity const&);
int perform(Check const&);
int perform(Routes const&);
int perform(Trace const&);
int perform(ShowNetwork const&);
int perform(ShowSources const&);
int perform(ShowRules const&);
int perform(Diff const&);
int perform(Plans const&);
int perform(WriteReport const&);
int perform(WriteFigure const&);
int perform(Export const&);
int perform(Reproduce const&);
int perform(AskWarmUp const&);
int perform(Version const&);

}  // namespace shudao::viz::cli
