package dev.evenkeel.server.comms.status;

import dev.evenkeel.server.comms.draft.Language;
import dev.evenkeel.server.comms.draft.Words;
import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The public status page and its feed. They are not there while no plan is public. */
@Controller
@RequestMapping("/status")
@Open
class StatusPage {
  private static final MediaType ATOM =
      MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

  private final StatusBoard board;
  private final PublicSettings address;
  private final StatusBrake brake = new StatusBrake();
  private final Clock clock;

  StatusPage(StatusBoard board, PublicSettings address, Clock clock) {
    this.board = board;
    this.address = address;
    this.clock = clock;
  }

  @GetMapping
  String page(HttpServletRequest request, HttpServletResponse response, Model model) {
    Language language = language(request);
    Words words = Words.of(language);
    model.addAttribute("language", language);
    model.addAttribute("words", words);
    model.addAttribute("title", title(words));
    response.setHeader("Vary", "Accept-Language");
    Optional<PublicStatus> status = shown(request);
    model.addAttribute("busy", status.isEmpty());
    model.addAttribute(
        "status", status.orElseGet(() -> new PublicStatus(clock.instant(), List.of())));
    if (status.isEmpty()) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader("Retry-After", "60");
    } else {
      response.setHeader("Cache-Control", "public, max-age=" + StatusBoard.KEPT.toSeconds());
    }
    return "comms/status";
  }

  @GetMapping("/feed.atom")
  ResponseEntity<String> feed(HttpServletRequest request) {
    return shown(request)
        .map(status ->
            ResponseEntity.ok()
                .contentType(ATOM)
                .header("Vary", "Accept-Language")
                .cacheControl(CacheControl.maxAge(StatusBoard.KEPT).cachePublic())
                .body(
                    AtomFeed.of(status, title(Words.of(language(request))), address.of("/status"))))
        .orElseGet(() ->
            ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header("Retry-After", "60")
                .build());
  }

  /** The first language of the reader that there is. */
  private static Language language(HttpServletRequest request) {
    return request.getHeader("Accept-Language") == null
        ? Language.EN
        : Collections.list(request.getLocales()).stream()
            .flatMap(wanted ->
                Arrays.stream(Language.values())
                    .filter(one -> one.word().equals(wanted.getLanguage())))
            .findFirst()
            .orElse(Language.EN);
  }

  /** Whose upgrades they are, as far as that is known: by where people reach this server. */
  private String title(Words words) {
    return address
        .of("/status")
        .flatMap(place -> Optional.ofNullable(URI.create(place).getHost()))
        .map(host -> words.word("status.title.of").formatted(host))
        .orElseGet(() -> words.word("status.title"));
  }

  /**
   * Only what has the database asked is counted: a whole office behind one address looks as often
   * as it wants to.
   *
   * @return empty when its address asks too often, and nothing is known
   */
  private Optional<PublicStatus> shown(HttpServletRequest request) {
    Optional<PublicStatus> status =
        board
            .kept()
            .or(() ->
                brake.lets(request.getRemoteAddr(), clock.instant())
                    ? Optional.of(board.now())
                    : board.last());
    if (status.filter(one -> one.items().isEmpty()).isPresent()) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no public status page here.");
    }
    return status;
  }
}
