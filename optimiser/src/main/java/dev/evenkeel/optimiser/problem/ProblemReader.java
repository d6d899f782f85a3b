package dev.evenkeel.optimiser.problem;

import java.io.InputStream;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads problems in the format {@link Problem#FORMAT}. */
public final class ProblemReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private ProblemReader() {}

  /**
   * @param in JSON; left open
   * @throws ProblemUnfit when it is no problem, or one that contradicts itself
   */
  public static Problem read(InputStream in) {
    Problem problem;
    try {
      problem = MAPPER.readValue(in, Problem.class);
    } catch (JacksonException e) {
      throw new ProblemUnfit(List.of(said(e)));
    }
    List<String> findings = ProblemRules.findings(problem);
    if (!findings.isEmpty()) {
      throw new ProblemUnfit(findings);
    }
    return problem;
  }

  private static String said(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    return "%s%s%s"
        .formatted(
            place == null || place.getLineNr() < 0
                ? ""
                : "Line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr()),
            path(e.getPath()),
            e.getOriginalMessage());
  }

  private static String path(List<Reference> path) {
    StringBuilder said = new StringBuilder();
    for (Reference step : path) {
      said.append(
          step.getPropertyName() == null
              ? "[%d]".formatted(step.getIndex())
              : (said.isEmpty() ? "" : ".") + step.getPropertyName());
    }
    return said.isEmpty() ? "" : said.append(": ").toString();
  }
}
