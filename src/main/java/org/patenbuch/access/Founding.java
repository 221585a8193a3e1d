package org.patenbuch.access;

import org.patenbuch.kernel.Who;

/** Starts a partnership's ledger, in the name of the administrator who sets the installation up. */
public interface Founding {
    void found(Who who, String partnership, String name);
}
