#include "viz/cli/fault_text.h"

#include <utility>

#include "viz/words/say.h"

namespace shudao::viz::cli {
namespace {

/// Phrases of the readers; a phrase stands before those that it contains.
constexpr std::pair<std::string_view, std::string_view> kPhrases[] = {
    {"a world or a patch: a file, or a folder with a scenario.json",
     "世界或补丁：一个文件，或含有 scenario.json 的文件夹"},
    {"no such file or folder", "没有这个文件或文件夹"},
    {"a folder without scenario.json", "没有 scenario.json 的文件夹"},
    {"something that is not a results store of shudao; it was left as it is", "不是蜀道结果库的文件，未作改动"},
    {"a new file, or a results store that may be replaced", "新文件，或可以替换的结果库"},
    {"a new or empty folder, or an export as it was written", "新的或空的文件夹，或未经改动的导出文件夹"},
    {"a folder that no export made; it was left as it is", "不是导出生成的文件夹，未作改动"},
    {"a file that no export made; it was left as it is", "不是导出生成的文件，未作改动"},
    {"a file that was changed after the export; it was left as it is", "导出之后改动过的文件，未作改动"},
    {"no folder; it was left as it is", "不是文件夹，未作改动"},
    {"a kind that this machine lacks a program for", "本机缺少所需程序的导出种类"},
    {"what docs/guides/exports.md says it needs", "docs/guides/exports.md 所列的程序"},
    {"results of a version that did not keep its inputs", "由未保存输入文件信息的版本生成的结果"},
    {"results that run, compare or study of this version kept; make them anew",
     "由本版本的 run、compare 或 study 保存的结果；请重新生成"},
    {"no such option, ", "没有这个选项："},
    {"one word too many, ", "多出的词："},
    {" is missing", " 缺少"},
    {"(a comma may be missing before this)", "（前面可能缺少逗号）"},
    {"a file that can be read", "可以读取的文件"},
    {"the rest of the JSON text", "JSON 的其余部分"},
    {"the end of the file", "文件结尾"},
    {"valid JSON", "正确的 JSON"},
    {"unexpected string literal", "多出的字符串"},
    {"unexpected number literal", "多出的数"},
    {"unexpected ", "多出的 "},
    {"each key of an object once", "每个键只出现一次"},
    {"found the unknown key", "未知的键"},
    {"the unknown key", "未知的键"},
    {"the key ", "键 "},
    {" twice", " 出现两次"},
    {"the id of a place", "某个节点的 id"},
    {"the id of a link", "某个区段的 id"},
    {"the id of a service", "某个班列或航线的 id"},
    {"the id of a flow", "某个货流的 id"},
    {"the id of a source", "某个来源的 id"},
    {"the id of a calendar", "某个日历的 id"},
    {"the id of a process", "某个流程的 id"},
    {"the id of the rule", "规则的 id"},
    {"a resource of ", "下列节点的资源："},
    {"a process of ", "下列节点的流程："},
    {"a step of the same process", "同一流程的步骤"},
    {"a token that some step grants", "某个步骤授予的标记"},
    {"an id of letters, digits, ", "由字母、数字和下列字符组成的 id："},
    {"an integer from ", "整数，范围 "},
    {"an integer ", "整数 "},
    {"a whole number from ", "整数，不小于 "},
    {"a number from ", "数，范围 "},
    {"a number ", "数 "},
    {" to below ", " 到小于 "},
    {" to ", " 到 "},
    {" and ", " 且 "},
    {", or ", "，或 "},
    {" or ", " 或 "},
    {"one of ", "以下之一："},
    {"none of them", "一个也没有"},
    {"nothing", "无"},
    {"an object", "对象"},
    {"an array of ", "数组，元素个数 "},
    {"an array", "数组"},
    {"an empty text", "空文本"},
    {"must be at least ", "必须不小于 "},
    {"must be at most ", "必须不大于 "},
    {"at least ", "不小于 "},
    {"at most ", "不大于 "},
    {"a world or a patch", "世界或补丁"},
    {"must be ", "必须是 "},
    {"needs a value", "需要一个值"},
    {"there is no command ", "没有这个命令："},
    {" needs ", " 需要 "},
    {", found ", "，实为 "},
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

/// The common phrases in Chinese; what stands in quotes is data and stays.
std::string translated(std::string const& english) {
  std::string all;
  bool is_quoted = false;
  for (std::size_t at = 0; at < english.size();) {
    std::size_t const end = std::min(english.find('"', at), english.size());
    std::string part = english.substr(at, end - at);
    if (!is_quoted)
      for (auto const& [from, to] : kPhrases) replace_all(part, from, to);
    all += part;
    if (end < english.size()) all += '"';
    is_quoted = !is_quoted;
    at = end + 1;
  }
  return all;
}

std::string where_text(InputError const& error, Language language) {
  std::string all = error.file == kCommandLine ? label(Key::command_line, language) : error.file;
  if (error.line > 0) all += (all.empty() ? "" : ":") + std::to_string(error.line);
  if (!all.empty()) all += ": ";
  return error.pointer.empty() ? all : all + error.pointer + ": ";
}

/// "expected …", or the sentence alone on a fault of the command line.
std::string expected_text(InputError const& error, Language language) {
  std::string const what = language == Language::zh ? translated(error.expected) : error.expected;
  if (what.empty() || error.file == kCommandLine) return what;
  return label(Key::expected, language) + " " + what;
}

std::string found_text(InputError const& error, Language language) {
  if (error.found.empty()) return {};
  std::string const what = language == Language::zh ? translated(error.found) : error.found;
  if (error.expected.empty()) return what;
  return (language == Language::zh ? "，" : ", ") + label(Key::found, language) + " " + what;
}

}  // namespace

std::string fault_text(InputError const& error, Language language) {
  std::string all = where_text(error, language) + expected_text(error, language) + found_text(error, language);
  if (!error.nearest.empty()) {
    auto const in = [&](Language one) { return fmt::format(fmt::runtime(text(Key::nearest, one)), error.nearest); };
    all += in_language(in(Language::zh), in(Language::en), language, "");
  }
  return all;
}

}  // namespace shudao::viz::cli
