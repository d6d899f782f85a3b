package dev.evenkeel.server.evidence;

import dev.evenkeel.audit.Entry;
import dev.evenkeel.audit.EntryLine;
import dev.evenkeel.server.audit.AuditQuery;
import dev.evenkeel.server.audit.AuditTrail;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.EvidenceSource;
import dev.evenkeel.server.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Gives out the evidence of one upgrade: all rows of the audit trail about it, what the parts of
 * Evenkeel keep of it, and the digests of all rows of the trail from its first to the newest, so
 * that its rows can be followed within the whole chain by whoever may not see the others.
 */
@Service
public class EvidenceDesk {
  private static final int AT_ONCE = 5_000;

  private final UpgradeBook book;
  private final AuditTrail trail;
  private final List<EvidenceSource> sources;
  private final SigningKey key;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  EvidenceDesk(
      UpgradeBook book,
      AuditTrail trail,
      ObjectProvider<EvidenceSource> sources,
      SigningKey key,
      ApplicationEventPublisher events,
      Clock clock) {
    this.book = book;
    this.trail = trail;
    this.sources = sources.orderedStream().toList();
    this.key = key;
    this.events = events;
    this.clock = clock;
  }

  /** What of the trail belongs to an upgrade. */
  public List<String> subjects(Upgrade upgrade) {
    EvidenceSource.About about = about(upgrade);
    return Stream.concat(
            Stream.of("/upgrades/" + upgrade.id()),
            sources.stream().flatMap(source -> source.subjects(about).stream()))
        .toList();
  }

  private static EvidenceSource.About about(Upgrade upgrade) {
    return new EvidenceSource.About(
        upgrade.id().value(), upgrade.terms().systems(), upgrade.madeAt());
  }

  private Collection<Entry> rows(Upgrade upgrade) {
    TreeMap<Long, Entry> rows = new TreeMap<>();
    for (String subject : subjects(upgrade)) {
      trail
          .find(AuditQuery.about(subject), Integer.MAX_VALUE)
          .forEach(row -> rows.put(row.seq(), row));
    }
    return rows.values();
  }

  /** Writes the archive. That it was taken is a row of the trail itself. */
  public void write(UpgradeId id, OutputStream into, Actor actor) throws IOException {
    Upgrade upgrade = book.get(id);
    Collection<Entry> rows = rows(upgrade);
    try (Bundle bundle = new Bundle(into, clock.instant())) {
      StringBuilder lines = new StringBuilder();
      for (Entry row : rows) {
        lines.append(EntryLine.write(row)).append('\n');
        bundle.add(
            "audit/rows/%d".formatted(row.seq()),
            new String(row.content(), StandardCharsets.UTF_8));
      }
      bundle.add("audit/rows.ndjson", lines.toString());
      chain(rows, bundle);
      for (EvidenceSource source : sources) {
        for (EvidenceSource.Item item : source.of(about(upgrade))) {
          bundle.add(item.path(), item.content().get());
        }
      }
      bundle.add("key.pem", key.pem());
      bundle.add(
          "VERIFY.txt", VerifyText.of(upgrade.terms().title(), clock.instant(), key.fingerprint()));
      String manifest = bundle.manifest();
      bundle.add("MANIFEST.sha256", manifest);
      bundle.add("MANIFEST.sig", key.sign(manifest));
      events.publishEvent(
          Auditable.by(actor, "evidence taken", "/upgrades/" + id)
              .with("rows", rows.size())
              .with("manifest", Sha256.hexOf(manifest)));
    }
  }

  /** The digests of all rows from the first of these to the newest of all. */
  private void chain(Collection<Entry> rows, Bundle bundle) throws IOException {
    if (rows.isEmpty()) {
      return;
    }
    List<String> links = new ArrayList<>();
    long at = rows.iterator().next().seq() - 1;
    String before = Entry.NOTHING;
    List<Entry> next;
    do {
      next = trail.after(at, AT_ONCE);
      for (Entry entry : next) {
        if (links.isEmpty()) {
          before = entry.before();
        }
        links.add("%d %s %s\n".formatted(entry.seq(), entry.digest(), entry.hash()));
        at = entry.seq();
      }
    } while (next.size() == AT_ONCE);
    bundle.add("audit/before.txt", before + "\n");
    bundle.add("audit/chain.txt", String.join("", links));
  }
}
