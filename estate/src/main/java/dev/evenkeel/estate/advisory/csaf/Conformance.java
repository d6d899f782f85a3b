package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;

/**
 * What the tests of CSAF say of a document. Of the mandatory ones these are carried out: 6.1.1,
 * 6.1.2, 6.1.4 to 6.1.6, 6.1.8, 6.1.11 (for often found weaknesses), 6.1.13, 6.1.14, 6.1.16,
 * 6.1.19, 6.1.20, 6.1.22, 6.1.25, 6.1.27.1 to 6.1.27.5 and 6.1.29 to 6.1.31; of the others 6.2.2,
 * 6.2.4, 6.2.6, 6.2.8 to 6.2.11, 6.2.14, 6.2.17, 6.2.18, 6.3.2, 6.3.5, 6.3.9 and 6.3.11.
 *
 * @param errors of mandatory tests: the document is not valid
 * @param remarks of the others
 */
public record Conformance(List<String> errors, List<String> remarks) {
  private static final List<Rule> MANDATORY =
      List.of(
          new MissingProduct(),
          new ProductDefinedTwice(),
          new MissingGroup(),
          new GroupDefinedTwice(),
          new ContradictingStatus(),
          new InvalidCvss(),
          new WrongCwe(),
          new InvalidPurl(),
          new UnsortedHistory(),
          new NotLatestVersion(),
          new PreReleaseInHistory(),
          new PreReleaseAsFinal(),
          new RevisionTwice(),
          new HashTwice(),
          SaysNothing.NO_NOTES,
          SaysNothing.NO_REFERENCES,
          new VulnerabilitiesInInformation(),
          new NoProducts(),
          new NoVulnerabilityNotes(),
          new RemediationOfNothing(),
          new MixedNumbering(),
          new RangeAsVersion());
  private static final List<Rule> OTHERS =
      List.of(
          new NoRemediation(),
          new BuildInHistory(),
          new OlderThanHistory(),
          new WeakHash("6.2.8", "md5"),
          new WeakHash("6.2.9", "sha1"),
          new NoLabel(),
          new NoCanonicalUrl(),
          new PrivateLanguage(),
          new CveAmongIds(),
          new FreeRange(),
          new OldCvss(),
          new ShortHash(),
          new UnusualBranches(),
          new VersionWithV());

  public Conformance {
    errors = List.copyOf(errors);
    remarks = List.copyOf(remarks);
  }

  public static Conformance of(Part document) {
    return new Conformance(said(MANDATORY, document), said(OTHERS, document));
  }

  private static List<String> said(List<Rule> rules, Part document) {
    return rules.stream()
        .flatMap(rule ->
            rule.problems(document).map(problem -> "Test %s: %s".formatted(rule.number(), problem)))
        .toList();
  }
}
