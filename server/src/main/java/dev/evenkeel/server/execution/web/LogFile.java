package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.store.RunLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lines of a log for other programs: comma-separated (RFC 4180) for spreadsheets, JSON lines for
 * all others. Times are in UTC, to the microsecond as kept.
 */
@Component
class LogFile {
  static final String CSV_HEAD = "run,seq,time,actor,what,step,outcome\r\n";

  private final JsonMapper json;

  LogFile(JsonMapper json) {
    this.json = json;
  }

  String csv(String run, RunLog.Line line) {
    return Stream.of(
                run,
                Long.toString(line.seq()),
                line.at().toString(),
                line.actor(),
                line.what(),
                line.step().orElse(""),
                line.says())
            .map(LogFile::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  String json(String run, RunLog.Line line) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run", run);
    fields.put("seq", line.seq());
    fields.put("time", line.at().toString());
    fields.put("actor", line.actor());
    fields.put("what", line.what());
    line.step().ifPresent(step -> fields.put("step", step));
    fields.put("outcome", line.says());
    return json.writeValueAsString(fields) + "\n";
  }

  /** A spreadsheet would carry out a cell that begins like a formula; the apostrophe stops it. */
  private static String cell(String text) {
    String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
