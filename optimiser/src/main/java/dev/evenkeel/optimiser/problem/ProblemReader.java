package dev.evenkeel.optimiser.problem;

import java.io.InputStream;
import java.util.List;
import tools.jackson.core.JacksonException;
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
      throw new ProblemUnfit(List.of(Misread.says(e)));
    }
    List<String> findings = ProblemRules.findings(problem);
    if (!findings.isEmpty()) {
      throw new ProblemUnfit(findings);
    }
    return problem;
  }
}
