/** Whether a document keeps to what CSAF demands: one class for each test of the standard. */
@NullMarked
package dev.evenkeel.estate.advisory.csaf;

import org.jspecify.annotations.NullMarked;
