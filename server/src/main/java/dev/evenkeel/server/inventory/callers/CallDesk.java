package dev.evenkeel.server.inventory.callers;

import dev.evenkeel.estate.Criticality;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.callers.CallComparison;
import dev.evenkeel.estate.callers.CallReader;
import dev.evenkeel.estate.callers.CallReading;
import dev.evenkeel.estate.callers.CallerRule;
import dev.evenkeel.estate.callers.CallerRules;
import dev.evenkeel.estate.callers.Mark;
import dev.evenkeel.estate.callers.SeenCall;
import dev.evenkeel.estate.callers.UnreadableCalls;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.server.inventory.ChangeNote;
import dev.evenkeel.server.inventory.Editions;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Snapshot;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.PassingFiles;
import dev.evenkeel.server.shared.PassingFiles.PassingFile;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes logs, keeps who called whom, and compares it with the estate. */
@Service
public class CallDesk {
  private static final String LEARNED = "learned";

  private final CallStore store;
  private final EstateBook book;
  private final ApplicationEventPublisher events;
  private final PassingFiles passing;
  private final TransactionTemplate transaction;
  private final Clock clock;

  private record Computed(long change, String state, CallComparison comparison) {}

  private volatile @Nullable Computed computed;

  CallDesk(
      CallStore store,
      EstateBook book,
      ApplicationEventPublisher events,
      PassingFiles passing,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.book = book;
    this.events = events;
    this.passing = passing;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Adds up the calls of a log.
   *
   * @param of the system whose log it is, where its lines do not say it
   * @throws Refused when nothing of the file can be taken
   */
  public CallImport take(
      String file, Optional<String> of, InputStream in, boolean preview, Actor actor)
      throws IOException {
    of.ifPresent(system -> book.get(new Document.Key(EntryKind.SYSTEM, system)));
    try (PassingFile passed = passing.make("calls")) {
      Path kept = passed.place();
      String digest = keep(in, kept) + of.map(system -> " " + system).orElse("");
      CallReading reading;
      try (InputStream text = Files.newInputStream(kept)) {
        reading = CallReader.read(file, of, text);
      }
      return Objects.requireNonNull(
          transaction.execute(status -> {
            boolean fresh = store.begin(digest, file, reading.counted(), actor, clock.instant());
            if (fresh && !preview) {
              store.add(reading.calls());
              events.publishEvent(new CallsChanged());
            } else {
              status.setRollbackOnly();
            }
            return result(preview, !fresh, file, reading);
          }));
    } catch (UnreadableCalls e) {
      throw new Refused(Refused.Kind.INVALID, e.why() + " Nothing was changed.");
    }
  }

  private static String keep(InputStream in, Path kept) throws IOException {
    try (var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        var out = Files.newOutputStream(kept)) {
      digesting.transferTo(out);
      return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 must be in every Java", e);
    }
  }

  private static CallImport result(
      boolean preview, boolean known, String file, CallReading reading) {
    return new CallImport(
        preview,
        known,
        file,
        reading.format(),
        reading.counted(),
        reading.calls().size(),
        reading.leftOut(),
        reading.rejections(),
        reading.rejected());
  }

  /** What was seen beside what is declared now. */
  public CallComparison comparison() {
    Snapshot snapshot = book.snapshot();
    String state = store.state();
    Computed last = computed;
    if (last == null || last.change() != snapshot.change() || !last.state().equals(state)) {
      CallerRules rules = CallerRules.of(store.rules(), snapshot.estate());
      last =
          new Computed(
              snapshot.change(), state, CallComparison.of(snapshot.estate(), rules, store.all()));
      computed = last;
    }
    return last.comparison();
  }

  /**
   * Calls of red systems that no dependency explains: strangers, and systems that did not say so.
   */
  public List<CallerFinding> findings() {
    CallComparison comparison = comparison();
    EstateMap map = book.snapshot().map();
    List<CallerFinding> findings = new ArrayList<>();
    for (CallComparison.Stranger stranger : comparison.strangers()) {
      if (isRed(map, stranger.callee())) {
        SeenCall call = stranger.call();
        String who = SeenCall.words(call.caller());
        findings.add(
            new CallerFinding(
                digest(who, stranger.callee()),
                stranger.callee(),
                Optional.empty(),
                who,
                "%s calls %s, and nobody has said what it is.".formatted(who, stranger.callee()),
                call.count(),
                call.first(),
                call.last(),
                call.example()));
      }
    }
    for (CallComparison.Link link : comparison.links()) {
      if (link.state() == CallComparison.State.SEEN_NOT_DECLARED && isRed(map, link.callee())) {
        findings.add(
            new CallerFinding(
                digest(link.caller(), link.callee()),
                link.callee(),
                Optional.of(link.caller()),
                link.caller(),
                "%s calls %s, and no dependency says so.".formatted(link.caller(), link.callee()),
                link.count(),
                link.first().orElseThrow(),
                link.last().orElseThrow(),
                link.example()));
      }
    }
    return findings;
  }

  private static String digest(String caller, String callee) {
    return Sha256.hexOf(caller + "\n" + callee).substring(0, 16);
  }

  private static boolean isRed(EstateMap map, String system) {
    return map.find(new Document.Key(EntryKind.SYSTEM, system))
        .filter(node -> map.rating(node).criticality() == Criticality.RED)
        .isPresent();
  }

  public List<CallerRule> rules() {
    return store.rules();
  }

  /**
   * Says what a mark stands for.
   *
   * @throws Refused when it cannot be used, or there is no such system
   */
  public void say(CallerRule rule, Actor actor) {
    rule.wrong()
        .ifPresent(why -> {
          throw new Refused(Refused.Kind.INVALID, why);
        });
    rule.system().ifPresent(system -> book.get(new Document.Key(EntryKind.SYSTEM, system)));
    book.beside(
        "the %s '%s' of callers is %s"
            .formatted(
                rule.kind().word(), rule.pattern(), rule.system().orElse("known and no system")),
        actor,
        () -> {
          store.put(rule, actor, clock.instant());
          events.publishEvent(new CallsChanged());
          return rule;
        });
  }

  public void forget(Mark.Kind kind, String pattern, Actor actor) {
    book.beside(
        "the rule for the %s '%s' of callers forgotten".formatted(kind.word(), pattern),
        actor,
        () -> {
          if (!store.remove(kind, pattern)) {
            throw new Refused(
                Refused.Kind.NOT_FOUND,
                "There is no rule for the %s '%s'.".formatted(kind.word(), pattern));
          }
          events.publishEvent(new CallsChanged());
          return pattern;
        });
  }

  /**
   * Makes a dependency of a call that was seen.
   *
   * @throws Refused when it was not seen, or is declared already
   */
  public ChangeNote learn(String caller, String callee, Actor actor) {
    CallComparison.Link link =
        comparison().links().stream()
            .filter(one -> one.caller().equals(caller) && one.callee().equals(callee))
            .filter(one -> one.state() == CallComparison.State.SEEN_NOT_DECLARED)
            .findFirst()
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "A call of %s to %s that is not declared was not seen. Load the page again."
                        .formatted(caller, callee)));
    Document document = book.get(new Document.Key(EntryKind.SYSTEM, caller));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("apiVersion", "evenkeel/v1");
    fields.put("kind", EntryKind.SYSTEM.word());
    fields.putAll(document.fields());
    List<Object> needs =
        new ArrayList<>(fields.get("dependsOn") instanceof List<?> list ? list : List.of());
    needs.add(dependency(link));
    fields.put("dependsOn", needs);
    EstateReader.Reading reading = EstateReader.read("learned", Json.write(fields));
    if (!reading.isWell()) {
      throw new IllegalStateException("A learned dependency is not well: " + reading.findings());
    }
    return book.edit(
            reading.documents().getFirst(),
            Optional.of(Editions.of(document)),
            "learned from calls",
            actor)
        .orElseThrow();
  }

  private static Map<String, Object> dependency(CallComparison.Link link) {
    Map<String, Object> need = new LinkedHashMap<>();
    need.put("system", link.callee());
    need.put("type", "calls");
    if (!link.example().isBlank() && !link.example().contains("${")) {
      need.put("via", link.example());
    }
    need.put("source", LEARNED);
    return need;
  }
}
