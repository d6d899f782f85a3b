package dev.evenkeel.server.comms.status;

import dev.evenkeel.server.comms.plan.PublicSettings;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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
    if (tooMany(request)) {
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader("Retry-After", "60");
      model.addAttribute("status", new PublicStatus(clock.instant(), java.util.List.of()));
      model.addAttribute("busy", true);
      return "comms/status";
    }
    response.setHeader("Cache-Control", "public, max-age=" + StatusBoard.KEPT.toSeconds());
    model.addAttribute("status", shown());
    model.addAttribute("busy", false);
    return "comms/status";
  }

  @GetMapping("/feed.atom")
  ResponseEntity<String> feed(HttpServletRequest request) {
    if (tooMany(request)) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
          .header("Retry-After", "60")
          .build();
    }
    return ResponseEntity.ok()
        .contentType(ATOM)
        .cacheControl(CacheControl.maxAge(StatusBoard.KEPT).cachePublic())
        .body(AtomFeed.of(shown(), address.of("/status")));
  }

  private PublicStatus shown() {
    PublicStatus status = board.now();
    if (status.items().isEmpty()) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no public status page here.");
    }
    return status;
  }

  private boolean tooMany(HttpServletRequest request) {
    return !brake.lets(request.getRemoteAddr(), clock.instant());
  }
}
