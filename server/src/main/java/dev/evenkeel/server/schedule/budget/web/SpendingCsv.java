package dev.evenkeel.server.schedule.budget.web;

import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.budget.money.KindWords;
import dev.evenkeel.server.schedule.budget.money.Spent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** What was spent, as a table (RFC 4180). */
final class SpendingCsv {
  private static final String HEAD =
      "upgrade,title,entry,day,kind,phase,amount,budget,note,takes back,approval,written by,at\r\n";

  private SpendingCsv() {}

  static void send(
      String name, List<Spent> entries, Map<UpgradeId, String> titles, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name + ".csv").build().toString());
    response.getWriter().write(HEAD);
    for (Spent one : entries) {
      response.getWriter().write(line(one, titles.getOrDefault(one.upgrade(), "")));
    }
  }

  private static String line(Spent one, String title) {
    return Stream.of(
                one.upgrade().toString(),
                text(title),
                Integer.toString(one.number()),
                one.day().toString(),
                KindWords.of(one.kind()),
                Integer.toString(one.phase()),
                Long.toString(one.amount()),
                text(one.budget().orElse("")),
                text(one.note()),
                one.corrects().isPresent() ? Integer.toString(one.corrects().getAsInt()) : "",
                one.decision().isPresent() ? Integer.toString(one.decision().getAsInt()) : "",
                text(one.by().name()),
                one.at().toString())
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /**
   * Spreadsheets take what begins so for a formula and carry it out; a quote before it is read as
   * text.
   */
  private static String text(String text) {
    boolean isFormula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return "\"%s%s\"".formatted(isFormula ? "'" : "", text.replace("\"", "\"\""));
  }
}
