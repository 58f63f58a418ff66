#include "viz/report/figures/step_words.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace shudao::viz::report {
namespace {

struct Words {
  std::string_view id, zh, en;
};

constexpr std::array kSteps = {
    // By id.
    Words{"advance-declaration", "提前申报", "declaration in advance"},
    Words{"appointment", "预约通关", "clearance by appointment"},
    Words{"arrival", "到达", "arrival"},
    Words{"arrival-report", "运抵报告", "report of arrival"},
    Words{"berth-wait", "候泊", "wait for a berth"},
    Words{"berthing", "靠泊", "berthing"},
    Words{"check", "核验", "check"},
    Words{"customs", "海关手续", "customs"},
    Words{"declare", "申报", "declaration"},
    Words{"declared-ahead", "提前申报货物免候单", "declared ahead"},
    Words{"discharge", "卸船", "discharge"},
    Words{"documents", "备单", "preparing papers"},
    Words{"domestic-in", "国内到达", "domestic arrival"},
    Words{"duty", "缴税", "payment of duties"},
    Words{"export", "出口", "export"},
    Words{"export-downstream", "下水出口", "export downstream"},
    Words{"export-road", "公路出口", "export by road"},
    Words{"export-southbound", "南向出口", "export southbound"},
    Words{"export-timetable", "时刻表班列出口", "export by timetabled trains"},
    Words{"export-timetabled", "时刻表班列出口", "export by timetabled trains"},
    Words{"export-transfer", "出口中转", "export by transfer"},
    Words{"export-westbound", "西向出口", "export westbound"},
    Words{"gate-in", "进门", "entry at the gate"},
    Words{"gauge-change", "换轨", "change of gauge"},
    Words{"handover", "交接", "handover"},
    Words{"import", "进口", "import"},
    Words{"import-northbound", "北向进口", "import northbound"},
    Words{"import-quarantine", "进口检疫", "import with quarantine"},
    Words{"import-transfer", "进口中转", "import by transfer"},
    Words{"inspect", "查验", "inspection"},
    Words{"inspection", "查验", "inspection"},
    Words{"laboratory", "实验室检测", "laboratory"},
    Words{"load-list", "装载清单", "loading list"},
    Words{"lock-down", "下行过闸", "lockage downstream"},
    Words{"lock-up", "上行过闸", "lockage upstream"},
    Words{"lockage", "过闸", "lockage"},
    Words{"lodge", "递单", "lodging the declaration"},
    Words{"manifest-match", "舱单比对", "match with the manifest"},
    Words{"officer-review", "人工审单", "review by an officer"},
    Words{"one-bill", "一单制", "one bill"},
    Words{"papers", "单证", "papers"},
    Words{"passage", "通行", "passage"},
    Words{"path", "等待运行线", "wait for a path"},
    Words{"phytosanitary", "植物检疫", "plant health"},
    Words{"placing", "配对", "placing"},
    Words{"plan", "编制计划", "planning"},
    Words{"police-check", "边防检查", "border police"},
    Words{"processing", "加工", "processing"},
    Words{"quarantine", "检疫", "quarantine"},
    Words{"quarantine-scan", "检疫扫描", "quarantine scan"},
    Words{"release", "放行", "release"},
    Words{"released", "已放行", "released"},
    Words{"reload", "换装", "reloading"},
    Words{"review", "审单", "review"},
    Words{"river-call", "内河船靠港", "call of river ships"},
    Words{"safety-check", "装载安全检查", "safety check"},
    Words{"sea-manifest", "海运舱单", "sea manifest"},
    Words{"seal-check", "验封", "check of seals"},
    Words{"second-check", "复核", "second check"},
    Words{"ship-call", "海船靠港", "call of sea ships"},
    Words{"stage", "待装", "staging"},
    Words{"train-in", "列车入境", "trains coming in"},
    Words{"train-out", "列车出境", "trains going out"},
    Words{"train-west", "西行列车", "trains westbound"},
    Words{"transhipment", "转运", "transhipment"},
    Words{"transit", "过境", "transit"},
    Words{"transit-declaration", "转关申报", "transit declaration"},
    Words{"transit-papers", "过境单证", "transit papers"},
    Words{"truck-in", "卡车入境", "lorries coming in"},
    Words{"truck-out", "卡车出境", "lorries going out"},
    Words{"vessel-declaration", "船舶申报", "declaration of the vessel"},
    Words{"wagons", "配车", "wagons"},
    Words{"waybill", "制单", "waybill"},
    Words{"waybill-translation", "运单翻译", "translation of the waybill"},
    Words{"wind", "大风停航", "wind"},
};

}  // namespace

scenarios::Text step_words(std::string const& id) {
  auto const at = std::lower_bound(kSteps.begin(), kSteps.end(), id,
                                   [](Words const& words, std::string const& wanted) { return words.id < wanted; });
  if (at == kSteps.end() || at->id != id) return {id, id};
  return {std::string{at->zh}, std::string{at->en}};
}

}  // namespace shudao::viz::report
