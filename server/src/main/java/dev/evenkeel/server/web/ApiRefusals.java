package dev.evenkeel.server.web;

import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.UnreadableJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Answers what the API refuses as problem documents (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiRefusals extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ApiRefusals.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Refused refused) {
    var problem = Problem.of(refused.kind()).says(String.valueOf(refused.getMessage()));
    refused.facts().forEach(problem::setProperty);
    var headers = new HttpHeaders();
    Problem.retryAfter(refused).ifPresent(after -> headers.set(HttpHeaders.RETRY_AFTER, after));
    return ResponseEntity.of(problem).headers(headers).build();
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ResponseEntity<ProblemDetail> databaseAway(Exception away) {
    log.warn("A request could not be answered", away);
    return ResponseEntity.of(Problem.UNREACHABLE.says(Broken.DATABASE_AWAY)).build();
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(BodyLimit.Exceeded exceeded) {
    return ResponseEntity.of(Problem.TOO_LARGE.says(String.valueOf(exceeded.getMessage()))).build();
  }

  /** Tomcat looks for parameters in a body that came as a form, as curl sends it by itself. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> noForm(InvalidParameterException form) {
    return ResponseEntity.of(
            Problem.INVALID.says(
                "The body came as a form that cannot be read. A file is sent with the header Content-Type: application/octet-stream."))
        .build();
  }

  /** Who sent it has gone: there is nobody to answer, and nothing is wrong here. */
  @ExceptionHandler
  void cutOff(ClientAbortException gone, HttpServletRequest request) {
    log.info(
        "{} {} was cut off by its sender: {}",
        request.getMethod(),
        request.getRequestURI(),
        gone.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> broken(Exception bug) {
    return ResponseEntity.of(Problem.BROKEN.says(Broken.logged(log, bug))).build();
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<Map<String, String>> errors =
        invalid.getBindingResult().getAllErrors().stream()
            .map(error ->
                Map.of(
                    "field",
                    error instanceof FieldError field ? field.getField() : "",
                    "message",
                    String.valueOf(error.getDefaultMessage())))
            .toList();
    var problem =
        Problem.INVALID.says(
            errors.stream()
                    .map(error -> (error.get("field") + " " + error.get("message")).strip())
                    .sorted()
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("The request breaks a rule of its format.")
                + ".");
    problem.setProperty("errors", errors);
    return answer(problem);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyLimit.Exceeded exceeded) {
        return answer(Problem.TOO_LARGE.says(String.valueOf(exceeded.getMessage())));
      }
    }
    return answer(
        Problem.INVALID.says(
            unreadable.getMostSpecificCause() instanceof JacksonException json
                ? UnreadableJson.says("The body", json)
                : "The body is missing or cannot be read. Send JSON with the header Content-Type: application/json."));
  }

  /** A word in an address that stands for nothing, such as the id of a run that is none. */
  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException unfit, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    return answer(
        Refused.in(unfit)
            .map(refused -> Problem.of(refused.kind()).says(String.valueOf(refused.getMessage())))
            .orElseGet(() -> Problem.INVALID.says(Broken.unfit(unfit))));
  }

  /** Everything else Spring refuses: wrong method, wrong type, a parameter that does not fit. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem
        && "about:blank"
            .equals(
                String.valueOf(problem.getType() == null ? "about:blank" : problem.getType()))) {
      var known = HttpStatus.valueOf(status.value());
      return new ResponseEntity<>(
          Problem.of(known).says(String.valueOf(problem.getDetail()), known), headers, status);
    }
    return new ResponseEntity<>(body, headers, status);
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
