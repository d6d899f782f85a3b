package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.UpgradeBook;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.FindingNote;
import dev.evenkeel.server.risk.FindingState;
import dev.evenkeel.server.risk.FindingTerms;
import dev.evenkeel.server.risk.RiskRegister;
import dev.evenkeel.server.risk.reckon.Severity;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.IfMatch;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Typed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of risks over HTTP. */
@RestController
@RequestMapping("/api")
@Needs(Right.VIEW)
class RisksApi {
  private static final int MOST = 1_000;

  /** A risk may be put as it was read; of a computed one its words are what was computed. */
  private static final String[] READ_ONLY = {
    "id",
    "upgrade",
    "key",
    "title",
    "detail",
    "score",
    "severity",
    "source",
    "acceptedBy",
    "madeAt",
    "goneAt",
    "version"
  };

  private final RiskRegister register;
  private final UpgradeBook upgrades;

  RisksApi(RiskRegister register, UpgradeBook upgrades) {
    this.register = register;
    this.upgrades = upgrades;
  }

  /** A risk as programs read it. */
  record FindingView(
      long id,
      long upgrade,
      Optional<String> key,
      String title,
      String detail,
      int likelihood,
      int impact,
      int score,
      Severity severity,
      String source,
      Optional<String> owner,
      Optional<String> mitigation,
      FindingState state,
      Optional<String> acceptedBy,
      Instant madeAt,
      Optional<Instant> goneAt,
      long version) {

    static FindingView of(Finding finding) {
      return new FindingView(
          finding.id(),
          finding.upgrade().value(),
          finding.key(),
          finding.title(),
          finding.detail(),
          finding.likelihood(),
          finding.impact(),
          finding.score(),
          finding.severity(),
          finding.source(),
          finding.owner(),
          finding.mitigation(),
          finding.state(),
          finding.acceptedBy(),
          finding.madeAt(),
          finding.goneAt(),
          finding.version());
    }
  }

  /** One with all that was changed of it, the oldest first. */
  record Whole(FindingView risk, List<FindingNote> history) {}

  @GetMapping("/risks")
  List<FindingView> all(
      @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "100") int limit) {
    return register.all(true, Math.max(0, from), Math.clamp(limit, 1, MOST)).stream()
        .map(FindingView::of)
        .toList();
  }

  @GetMapping("/upgrades/{id}/risks")
  List<FindingView> ofUpgrade(@PathVariable UpgradeId id) {
    return register.of(upgrades.get(id).id()).stream().map(FindingView::of).toList();
  }

  @PostMapping("/upgrades/{id}/risks")
  @Needs(Right.PLAN)
  ResponseEntity<FindingView> add(
      @PathVariable UpgradeId id,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    FindingTerms terms = FindingForm.read(typed, Optional.empty());
    typed.refuseIfWrong();
    Finding finding = register.add(upgrades.get(id).id(), terms, actor);
    return ResponseEntity.created(URI.create("/api/risks/" + finding.id()))
        .eTag(Long.toString(finding.version()))
        .body(FindingView.of(finding));
  }

  @GetMapping("/risks/{risk}")
  ResponseEntity<Whole> one(@PathVariable long risk) {
    Finding finding = register.get(risk);
    return ResponseEntity.ok()
        .eTag(Long.toString(finding.version()))
        .cacheControl(CacheControl.noCache())
        .body(new Whole(FindingView.of(finding), register.history(risk)));
  }

  /** Puts what people say in the place of what the version named by {@code If-Match} says. */
  @PutMapping("/risks/{risk}")
  @Needs(Right.PLAN)
  ResponseEntity<Whole> edit(
      @PathVariable long risk,
      @RequestHeader(name = "If-Match") Optional<String> seen,
      @RequestBody(required = false) @Nullable String body,
      Actor actor) {
    Typed typed = Typed.ofJson(body == null ? "" : body);
    typed.passes(READ_ONLY);
    FindingTerms terms = FindingForm.read(typed, Optional.of(register.get(risk)));
    typed.refuseIfWrong();
    register.edit(risk, terms, IfMatch.version(seen), actor);
    return one(risk);
  }
}
