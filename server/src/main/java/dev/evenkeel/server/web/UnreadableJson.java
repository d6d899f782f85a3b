package dev.evenkeel.server.web;

import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Says where a body is not the JSON that was expected, without talk of Java classes. */
final class UnreadableJson {
  private UnreadableJson() {}

  static String says(HttpMessageNotReadableException unreadable) {
    if (!(unreadable.getMostSpecificCause() instanceof JacksonException json)) {
      return "The body is missing or cannot be read; JSON is expected.";
    }
    var location = json.getLocation();
    var where =
        location == null || location.getLineNr() < 1
            ? ""
            : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    if (json instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
      var value =
          mismatch instanceof InvalidFormatException format
              ? " ('%s')".formatted(format.getValue())
              : "";
      return "The value%s of '%s'%s does not fit.".formatted(value, path(mismatch), where);
    }
    return "The body is not valid JSON%s: %s".formatted(where, json.getOriginalMessage());
  }

  private static String path(DatabindException mismatch) {
    var path = new StringBuilder();
    for (var step : mismatch.getPath()) {
      if (step.getPropertyName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return path.toString();
  }
}
