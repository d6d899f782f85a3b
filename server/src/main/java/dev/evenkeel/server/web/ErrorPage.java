package dev.evenkeel.server.web;

import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.server.identity.FilesInForms;
import dev.evenkeel.server.shared.Open;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The last resort: what went wrong before, or beside, any controller. */
@Controller
@Open
class ErrorPage implements ErrorController {
  private static final Logger log = LoggerFactory.getLogger(ErrorPage.class);

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  ModelAndView page(HttpServletRequest request, HttpServletResponse response) {
    var problem = Problem.of(status(request));
    return PageRefusals.show(problem, says(problem, request), request, response);
  }

  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> document(HttpServletRequest request) {
    var status = status(request);
    var problem = Problem.of(status);
    var document = problem.says(says(problem, request), status);
    if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
      document.setInstance(URI.create(path));
    }
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(document);
  }

  private static String says(Problem problem, HttpServletRequest request) {
    var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return switch (problem) {
      case NOT_FOUND -> "There is nothing at %s.".formatted(path);
      case FORBIDDEN ->
          request.getAttribute(FilesInForms.REFUSED) instanceof String why
              ? why
              : "The form was open for too long, or was not sent from this site. Go back, reload the page"
                  + " and send it again.";
      case UNREACHABLE -> Broken.DATABASE_AWAY;
      case TOO_LARGE ->
          String.valueOf(path).startsWith("/runs")
              ? RunbookReader.TOO_LONG
              : "More was sent than is read at once.";
      case BROKEN ->
          failure instanceof Throwable thrown
              ? Broken.logged(log, thrown)
              : "An unexpected failure. The server's log may say more.";
      default ->
          status(request) == HttpStatus.METHOD_NOT_ALLOWED
              ? "%s takes no %s. What each address takes is said at /openapi."
                  .formatted(path, request.getMethod())
              : "The request cannot be understood (%d).".formatted(status(request).value());
    };
  }

  private static HttpStatus status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            && HttpStatus.resolve(code) != null
        ? HttpStatus.valueOf(code)
        : HttpStatus.NOT_FOUND;
  }
}
