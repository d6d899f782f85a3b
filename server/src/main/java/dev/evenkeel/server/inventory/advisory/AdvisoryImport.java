package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.estate.advisory.AdvisoryReading.Remark;
import java.util.List;
import java.util.Map;

/**
 * What became of a file of advisories, or would become of it.
 *
 * @param records how many were read, by their format
 * @param advisories in those records; a CSAF document has one for each vulnerability
 * @param unchanged were known already, as they are or newer
 * @param rejections how many records were not taken; {@code rejected} names the first of them
 * @param remarks what is odd about records that were taken
 */
public record AdvisoryImport(
    boolean preview,
    String file,
    Map<String, Integer> records,
    int advisories,
    int added,
    int changed,
    int unchanged,
    int rejections,
    List<Remark> rejected,
    List<Remark> remarks) {}
