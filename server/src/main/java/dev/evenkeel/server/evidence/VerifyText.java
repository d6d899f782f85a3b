package dev.evenkeel.server.evidence;

import java.time.Instant;

/** How the evidence is verified, for whoever has it, openssl (3 or newer) and sha256sum. */
final class VerifyText {
  private VerifyText() {}

  static String of(String title, Instant at, String fingerprint) {
    return """
    Evidence of the upgrade "%s", taken at %s.

    What is in it
      upgrade.json      the record of the upgrade; decisions.json what people decided about it
      go-live.json      its go-live checklist, each item with why it is yes or no
      tasks.json        its tasks with their history; tasks/ the files that belong to them
      audit/rows.ndjson all rows of the audit trail about it, its systems and its runs
      audit/rows/       what is hashed of each of these rows, one file a row
      audit/chain.txt   of every row of the trail, from the first of them to the newest: number, digest, hash
      risks.json, sheets/, plan/, costs.json   what people wrote and planned, and which costs were approved
      approvals/        each request for approval: the text that was signed, and what everybody did with it
      people/           who has a stake, who is in the team and whom one calls, and what people said
      runs/             what was run: runbook, log, verdicts
      messages/         what people were told: plan.json the plan of messages, while-it-ran.json the words while it ran, public.json the public status page
      messages/47.json  message 47 with each attempt to deliver it; of one to a single person neither its text nor the whole address
      key.pem           the public half of the key that signs
      MANIFEST.sha256   the SHA-256 of every file; MANIFEST.sig is its signature (Ed25519)

    How to verify it. Unpack it and carry out these lines in its folder; each must end well.

    1. No file was changed, and all come from the server with this key:

        sha256sum --check --quiet --strict MANIFEST.sha256
        openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in MANIFEST.sha256 -sigfile MANIFEST.sig

    2. The key is that of the server. Compare what this prints with the fingerprint that you were given by
       another way than this archive; the server shows it at /api/audit/key. For this archive it is
       %s

        openssl pkey -pubin -in key.pem -outform DER | sha256sum

    3. Every row of the trail follows from the one before it:

        ( before=$(cat audit/before.txt)
        while read -r row digest hash; do
          test "$(printf %%s%%s "$before" "$digest" | sha256sum | cut -c1-64)" = "$hash" || { echo "row $row does not follow"; exit 1; }
          before=$hash
        done < audit/chain.txt )

    4. The rows about this upgrade are those of the trail:

        ( for file in audit/rows/*; do
          grep -q "^${file##*/} $(sha256sum < "$file" | cut -c1-64) " audit/chain.txt || { echo "row ${file##*/} is not in the trail"; exit 1; }
        done )

    5. The trail is the one you know: look up the row of an anchor that you kept, such as 1204:9f86d0...,
       in audit/chain.txt. It must have that hash.

    What this proves: the files are what the server had when they were taken; the rows stand in one chain,
    in this order, with nothing put in or taken out between the first of them and the last row of the chain.
    With an anchor that you kept it also proves that the chain was not made anew before that anchor. It does not
    prove that the server told the truth when a row was written.
    """
        .formatted(title.replaceAll("\\p{Cntrl}", " "), at, fingerprint);
  }
}
