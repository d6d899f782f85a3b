package dev.evenkeel.server.audit.web;

import dev.evenkeel.audit.Anchor;
import dev.evenkeel.audit.Entry;
import dev.evenkeel.audit.EntryLine;
import dev.evenkeel.audit.Facts;
import dev.evenkeel.server.audit.AuditAnchors;
import dev.evenkeel.server.audit.AuditTrail;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail over HTTP. */
@RestController
@RequestMapping("/api/audit")
@Needs(Right.VIEW)
class AuditApi {
  private static final int MOST = 1_000;
  private static final int AT_ONCE = 5_000;

  private final AuditTrail trail;
  private final AuditAnchors anchors;

  AuditApi(AuditTrail trail, AuditAnchors anchors) {
    this.trail = trail;
    this.anchors = anchors;
  }

  record Row(
      long seq,
      String at,
      String actorKind,
      String actor,
      String what,
      String subject,
      Map<String, String> facts,
      String before,
      String hash) {
    static Row of(Entry entry) {
      var deed = entry.deed();
      return new Row(
          entry.seq(),
          deed.moment(),
          deed.actorKind(),
          deed.actor(),
          deed.what(),
          deed.subject(),
          Facts.read(deed.facts()),
          entry.before(),
          entry.hash());
    }
  }

  /**
   * @param anchor of the newest row, to be kept elsewhere
   * @param anchors those that this server has kept, the oldest first
   * @param trouble what does not fit together
   */
  record Head(Optional<String> anchor, List<String> anchors, Optional<String> trouble) {}

  /** The newest first; older ones come with {@code before=}, the number of the last one. */
  @GetMapping
  List<Row> list(AuditSearch search, @RequestParam(defaultValue = "100") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new Refused(
          Refused.Kind.INVALID, "limit is %d; it must be from 1 to %d.".formatted(limit, MOST));
    }
    return trail.find(search.query(), limit).stream().map(Row::of).toList();
  }

  @GetMapping("/{seq:\\d{1,18}}")
  Row one(@PathVariable long seq) {
    return trail
        .row(seq)
        .map(Row::of)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "The trail has no row %d.".formatted(seq)));
  }

  @GetMapping("/head")
  Head head() {
    return new Head(trail.head().map(Anchor::toString), anchors.lines(), anchors.trouble());
  }

  /**
   * All rows in their order, one a line, as `evenkeel audit verify` reads them.
   *
   * @param after the number of the last row that is known
   */
  @GetMapping("/export")
  void export(@RequestParam(defaultValue = "0") long after, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/x-ndjson");
    response.setCharacterEncoding("UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("audit.ndjson").build().toString());
    Writer out = response.getWriter();
    long last = trail.head().map(Anchor::seq).orElse(0L);
    long at = after;
    List<Entry> rows;
    do {
      rows = at < last ? trail.after(at, AT_ONCE) : List.of();
      for (Entry row : rows) {
        out.write(EntryLine.write(row));
        out.write('\n');
        at = row.seq();
      }
    } while (rows.size() == AT_ONCE);
  }
}
