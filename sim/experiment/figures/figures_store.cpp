#include "sim/experiment/figures/figures_store.h"

#include "sim/experiment/figures/each_figure_measure.h"
#include "sim/experiment/figures/table_rows.h"
#include "sim/experiment/figures/timelines_store.h"

namespace shudao::experiment {

char const* const kFigureSchema = R"sql(
CREATE TABLE corridor_indicator (role TEXT, corridor TEXT, indicator TEXT, place TEXT, observations INTEGER,
  is_few INTEGER, value REAL, ci_low REAL, ci_high REAL, n INTEGER, PRIMARY KEY (role, corridor, indicator, place))
  WITHOUT ROWID;
CREATE TABLE transit_quantile (role TEXT, corridor TEXT, percent INTEGER, value REAL, ci_low REAL, ci_high REAL,
  n INTEGER, PRIMARY KEY (role, corridor, percent)) WITHOUT ROWID;
CREATE TABLE chain (role TEXT, corridor TEXT, chain INTEGER, consignments INTEGER, value REAL, ci_low REAL,
  ci_high REAL, n INTEGER, PRIMARY KEY (role, corridor, chain)) WITHOUT ROWID;
CREATE TABLE chain_point (role TEXT, corridor TEXT, chain INTEGER, number INTEGER, place TEXT, km REAL,
  PRIMARY KEY (role, corridor, chain, number)) WITHOUT ROWID;
CREATE TABLE chain_point_measure (role TEXT, corridor TEXT, chain INTEGER, number INTEGER, measure TEXT, value REAL,
  ci_low REAL, ci_high REAL, n INTEGER, PRIMARY KEY (role, corridor, chain, number, measure)) WITHOUT ROWID;
CREATE TABLE chain_element (role TEXT, corridor TEXT, chain INTEGER, number INTEGER, from_place TEXT, to_place TEXT,
  mode TEXT, services TEXT, km REAL, PRIMARY KEY (role, corridor, chain, number)) WITHOUT ROWID;
CREATE TABLE chain_element_measure (role TEXT, corridor TEXT, chain INTEGER, number INTEGER, measure TEXT, value REAL,
  ci_low REAL, ci_high REAL, n INTEGER, PRIMARY KEY (role, corridor, chain, number, measure)) WITHOUT ROWID;
)sql";

namespace {

std::string joined(std::vector<std::string> const& words) {
  std::string all;
  for (std::string const& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

class Writer {
 public:
  Writer(SQLite::Database& database, std::string const& role)
      : role_{role},
        indicators_{database, "corridor_indicator", 10},
        quantiles_{database, "transit_quantile", 7},
        chains_{database, "chain", 8},
        points_{database, "chain_point", 6},
        point_measures_{database, "chain_point_measure", 9},
        elements_{database, "chain_element", 9},
        element_measures_{database, "chain_element_measure", 9} {}

  void add(CorridorFigures const& corridor) {
    for (Indicator const& indicator : corridor.indicators) add(corridor.corridor, indicator);
    for (std::size_t p = 0; p < corridor.transit_quantiles_h.size(); ++p) {
      quantiles_.add_measure(corridor.transit_quantiles_h[p], role_, corridor.corridor, static_cast<int>(p));
    }
    for (std::size_t c = 0; c < corridor.chains.size(); ++c) {
      add(corridor.corridor, static_cast<int>(c), corridor.chains[c]);
    }
  }

 private:
  void add(std::string const& corridor, Indicator const& indicator) {
    indicators_.add_measure(indicator.measure, role_, corridor, indicator.name, indicator.place, indicator.observations,
                            static_cast<int>(indicator.is_few()));
  }

  void add(std::string const& corridor, int number, ChainResult const& chain) {
    chains_.add_measure(chain.share, role_, corridor, number, chain.consignments);
    for (std::size_t i = 0; i < chain.points.size(); ++i) {
      ChainPoint const& point = chain.points[i];
      points_.add(role_, corridor, number, static_cast<int>(i), point.place, point.km);
      each_measure(point, [&](auto const& name, Measure const& measure) {
        point_measures_.add_measure(measure, role_, corridor, number, static_cast<int>(i), name);
      });
    }
    for (std::size_t i = 0; i < chain.elements.size(); ++i) {
      ChainElement const& element = chain.elements[i];
      elements_.add(role_, corridor, number, static_cast<int>(i), element.from, element.to, element.mode,
                    joined(element.services), element.km);
      each_measure(element, [&](auto const& name, Measure const& measure) {
        element_measures_.add_measure(measure, role_, corridor, number, static_cast<int>(i), name);
      });
    }
  }

  std::string const& role_;
  TableRows indicators_, quantiles_, chains_, points_, point_measures_, elements_, element_measures_;
};

}  // namespace

void write_figures(SQLite::Database& database, std::string const& role, Figures const& figures) {
  Writer writer{database, role};
  for (CorridorFigures const& corridor : figures.corridors) writer.add(corridor);
  write_timelines(database, role, figures);
}

}  // namespace shudao::experiment
