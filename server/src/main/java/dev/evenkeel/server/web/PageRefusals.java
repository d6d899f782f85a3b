package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.Refused;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows people what is refused: to htmx as a message in #notice of the page they are on, otherwise
 * as a page of its own. Pages with forms show it themselves, next to what was filled in.
 */
@ControllerAdvice(annotations = Controller.class)
class PageRefusals {
  private static final Logger log = LoggerFactory.getLogger(PageRefusals.class);

  @ExceptionHandler
  ModelAndView refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
    Problem.retryAfter(refused)
        .ifPresent(after -> response.setHeader(HttpHeaders.RETRY_AFTER, after));
    return show(
        Problem.of(refused.kind()),
        String.valueOf(refused.getMessage()),
        Obstacle.grouped(refused.obstacles()),
        request,
        response);
  }

  /** A word in an address that stands for nothing, such as the id of a run that is none. */
  @ExceptionHandler
  ModelAndView unfit(
      TypeMismatchException unfit, HttpServletRequest request, HttpServletResponse response) {
    return Refused.in(unfit)
        .map(refused -> refused(refused, request, response))
        .orElseGet(() -> show(Problem.INVALID, Broken.unfit(unfit), request, response));
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ModelAndView databaseAway(
      Exception away, HttpServletRequest request, HttpServletResponse response) {
    log.warn("A request could not be answered", away);
    return show(Problem.UNREACHABLE, Broken.DATABASE_AWAY, request, response);
  }

  @ExceptionHandler
  ModelAndView tooLarge(
      MaxUploadSizeExceededException large,
      HttpServletRequest request,
      HttpServletResponse response) {
    return show(
        Problem.TOO_LARGE,
        "A file may have %d MB. Pack it as .gz or .zip, or bring it in several parts."
            .formatted(large.getMaxUploadSize() >> 20),
        request,
        response);
  }

  @ExceptionHandler
  ModelAndView failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (failure instanceof ErrorResponse refusal) {
      var status = HttpStatus.valueOf(refusal.getStatusCode().value());
      var detail = refusal.getBody().getDetail();
      return show(
          Problem.of(status),
          detail == null ? status.getReasonPhrase() : detail,
          request,
          response);
    }
    return show(Problem.BROKEN, Broken.logged(log, failure), request, response);
  }

  /** Where people came from is where they go back to. */
  private static boolean isOfUpgrades(HttpServletRequest request) {
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
            ? asked
            : request.getRequestURI();
    return path.startsWith("/upgrades");
  }

  static ModelAndView show(
      Problem problem, String says, HttpServletRequest request, HttpServletResponse response) {
    return show(problem, says, List.of(), request, response);
  }

  private static ModelAndView show(
      Problem problem,
      String says,
      List<Obstacle.Group> obstacles,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Retarget", "#notice");
      response.setHeader("HX-Reswap", "innerHTML show:top");
      return obstacles.isEmpty()
          ? new ModelAndView(
              "layout :: notice(text=${says})", Map.of("says", says), problem.status())
          : new ModelAndView(
              "layout :: reasons(groups=${obstacles})",
              Map.of("obstacles", obstacles),
              problem.status());
    }
    return new ModelAndView(
        "web/error",
        Map.of(
            "title",
            problem.title(),
            "says",
            says,
            "obstacles",
            obstacles,
            "upgrades",
            isOfUpgrades(request),
            "shell",
            Shell.of(request)),
        problem.status());
  }
}
