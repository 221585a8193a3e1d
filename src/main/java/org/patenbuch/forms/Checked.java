package org.patenbuch.forms;

import java.util.List;

/**
 * A form that knows what must hold between its fields, a beginning before an end. Asked once each field is good by
 * itself; for a single field use Bean Validation's constraints.
 */
public interface Checked {
    /** Each mistake at the field that a person would put right. */
    List<FieldProblem> mistakes();
}
