package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The whole log of a run, to read and to take away. */
@Controller
@RequestMapping("/runs/{id}")
@Needs(Right.VIEW)
class RunLogPage {
  private static final int LINES = 200;
  private static final int AT_ONCE = 1_000;

  private final RunViews views;
  private final RunLog log;
  private final LogFile file;

  RunLogPage(RunViews views, RunLog log, LogFile file) {
    this.views = views;
    this.log = log;
    this.file = file;
  }

  @GetMapping("/log")
  String page(@PathVariable RunId id, LogQuery query, Model model) {
    model.addAttribute("run", views.of(id));
    model.addAttribute("log", LogView.of(log, id, query, LINES));
    return "execution/log";
  }

  @GetMapping("/log.csv")
  void csv(@PathVariable RunId id, HttpServletResponse response) throws IOException {
    String name = begin(id, "csv", "text/csv", response);
    response.getWriter().write(LogFile.CSV_HEAD);
    write(id, line -> file.csv(name, line), response);
  }

  @GetMapping("/log.jsonl")
  void jsonLines(@PathVariable RunId id, HttpServletResponse response) throws IOException {
    String name = begin(id, "jsonl", "application/jsonl", response);
    write(id, line -> file.json(name, line), response);
  }

  private String begin(RunId id, String ending, String type, HttpServletResponse response) {
    RunView run = views.of(id);
    response.setContentType(type);
    response.setCharacterEncoding("UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("%s-%s-log.%s".formatted(run.name(), id, ending))
            .build()
            .toString());
    return id.value();
  }

  private void write(
      RunId id, java.util.function.Function<RunLog.Line, String> text, HttpServletResponse response)
      throws IOException {
    long seq = 0;
    List<RunLog.Line> lines;
    do {
      lines = log.after(id, seq, AT_ONCE);
      for (RunLog.Line line : lines) {
        response.getWriter().write(text.apply(line));
        seq = line.seq();
      }
    } while (lines.size() == AT_ONCE);
  }
}
