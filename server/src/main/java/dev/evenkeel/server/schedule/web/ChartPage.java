package dev.evenkeel.server.schedule.web;

import dev.evenkeel.server.schedule.timetable.KeptTimetable;
import dev.evenkeel.server.schedule.timetable.TimetableDesk;
import dev.evenkeel.server.schedule.timetable.TimetableState;
import dev.evenkeel.server.schedule.web.chart.Chart;
import dev.evenkeel.server.schedule.web.chart.Grouping;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A timetable as bars in time, and the same as a table. */
@Controller
@Needs(Right.VIEW)
class ChartPage {
  private final TimetableDesk desk;
  private final Drawings drawings;

  ChartPage(TimetableDesk desk, Drawings drawings) {
    this.desk = desk;
    this.drawings = drawings;
  }

  /** So many upgrades stand in the table at once; more of them when somebody opens it. */
  private static final int FEW = 60;

  /**
   * @param table whether all of it is to stand in the table too
   */
  @GetMapping("/schedule/timetables/{id:\\d+}/chart")
  String page(
      @PathVariable long id,
      @RequestParam(defaultValue = "team") Grouping by,
      @RequestParam(defaultValue = "false") boolean table,
      Model model) {
    KeptTimetable kept = desk.get(id);
    model.addAttribute("timetable", kept);
    model.addAttribute("goesOn", kept.solving().goesOn());
    model.addAttribute("isDraft", kept.state() == TimetableState.DRAFT);
    model.addAttribute("by", by);
    model.addAttribute("groupings", Grouping.values());
    Chart chart = drawings.of(id, by);
    model.addAttribute("chart", chart);
    model.addAttribute("hasTable", table || chart.bars().size() <= FEW);
    model.addAttribute("isOpen", table);
    return "schedule/chart";
  }

  /** The table alone, for a page that is open and shows what moved. */
  @GetMapping(value = "/schedule/timetables/{id:\\d+}/chart", headers = "HX-Request=true")
  String table(
      @PathVariable long id, @RequestParam(defaultValue = "team") Grouping by, Model model) {
    model.addAttribute("by", by);
    model.addAttribute("chart", drawings.of(id, by));
    return "schedule/chart-table :: table";
  }

  /** What the chart of a timetable draws, in slots. */
  @GetMapping("/api/timetables/{id:\\d+}/chart")
  @ResponseBody
  Chart data(@PathVariable long id, @RequestParam(defaultValue = "team") Grouping by) {
    return drawings.of(id, by);
  }
}
