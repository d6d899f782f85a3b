package dev.evenkeel.server.schedule.web;

import dev.evenkeel.server.schedule.web.conflict.Conflict;
import dev.evenkeel.server.schedule.web.conflict.Work;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is planned and cannot happen when it is planned. */
@Controller
@Needs(Right.VIEW)
class ConflictsPage {
  private static final int MOST = 500;

  private final PlannedWork planned;

  ConflictsPage(PlannedWork planned) {
    this.planned = planned;
  }

  /** A conflict as programs read it. */
  record Row(
      String kind,
      String what,
      String path,
      Instant from,
      Instant to,
      boolean onlyDay,
      String says,
      String wayOut,
      String wayOutPath) {

    static Row of(Conflict one) {
      Work work = one.work();
      return new Row(
          one.kind().words(),
          work.what(),
          work.path(),
          work.when().from(),
          work.when().to(),
          !work.isExact(),
          one.says(),
          one.wayOut(),
          one.path());
    }

    /** The day, where no time is known. */
    public String day() {
      return DateTimeFormatter.ISO_LOCAL_DATE.format(
          from.plusSeconds(43_200).atZone(ZoneId.of("UTC")));
    }
  }

  @GetMapping("/schedule/conflicts")
  String page(Model model) {
    PlannedWork.Held held = planned.held();
    List<Row> rows = held.conflicts().stream().limit(MOST).map(Row::of).toList();
    model.addAttribute("conflicts", rows);
    model.addAttribute("hidden", held.conflicts().size() - rows.size());
    model.addAttribute("work", held.work());
    return "schedule/conflicts";
  }

  @GetMapping("/api/schedule/conflicts")
  @ResponseBody
  List<Row> list() {
    return planned.held().conflicts().stream().map(Row::of).toList();
  }
}
