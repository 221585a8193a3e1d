package org.patenbuch.sponsor;

/** How far a sponsor has come on a day; with training and certificate, active. */
public enum Status {
    REGISTERED,
    INTERVIEWED,
    TRAINED,
    CERTIFICATE_SEEN,
    ACTIVE,
    PAUSED,
    LEFT
}
