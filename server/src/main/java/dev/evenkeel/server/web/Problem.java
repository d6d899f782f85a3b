package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Refused;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The kinds of refusal in the words of HTTP (RFC 9457). Described in docs/problems.md. */
enum Problem {
  INVALID("Not valid", HttpStatus.BAD_REQUEST),
  NOT_FOUND("Not found", HttpStatus.NOT_FOUND),
  NOT_NOW("Not possible now", HttpStatus.CONFLICT),
  OUTSIDE_WINDOW("Outside of the window, or inside of a freeze", HttpStatus.CONFLICT),
  STALE("Changed meanwhile", HttpStatus.PRECONDITION_FAILED),
  FORBIDDEN("Not allowed", HttpStatus.FORBIDDEN),
  TOO_LARGE("Too large", HttpStatus.CONTENT_TOO_LARGE),
  TOO_MANY("Asked too often", HttpStatus.TOO_MANY_REQUESTS),
  UNREACHABLE("Not reachable", HttpStatus.SERVICE_UNAVAILABLE),
  NOT_SIGNED_IN("Not signed in", HttpStatus.UNAUTHORIZED),
  /** A bug of ours; the log has it, under the id in the detail. */
  BROKEN("Something is broken in Evenkeel", HttpStatus.INTERNAL_SERVER_ERROR);

  private final String title;
  private final HttpStatus status;

  Problem(String title, HttpStatus status) {
    this.title = title;
    this.status = status;
  }

  static Problem of(Refused.Kind kind) {
    return valueOf(kind.name());
  }

  /** For what is refused before any of our code sees it. */
  static Problem of(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> NOT_FOUND;
      case UNAUTHORIZED -> NOT_SIGNED_IN;
      case FORBIDDEN -> FORBIDDEN;
      case CONTENT_TOO_LARGE -> TOO_LARGE;
      case TOO_MANY_REQUESTS -> TOO_MANY;
      case SERVICE_UNAVAILABLE -> UNREACHABLE;
      default -> status.is4xxClientError() ? INVALID : BROKEN;
    };
  }

  /** When one may ask again, as a header says it; empty when that is up to something else. */
  static Optional<String> retryAfter(Refused refused) {
    return Optional.ofNullable(refused.facts().get(Refused.RETRY_AFTER)).map(String::valueOf);
  }

  String title() {
    return title;
  }

  HttpStatus status() {
    return status;
  }

  ProblemDetail says(String detail) {
    return says(detail, status);
  }

  ProblemDetail says(String detail, HttpStatus status) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    problem.setType(URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
    return problem;
  }
}
