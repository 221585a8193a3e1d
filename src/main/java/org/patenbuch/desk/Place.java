package org.patenbuch.desk;

/** Where a list lies. Its address is so general that what lies beside partnerships has to be named. */
final class Place {
    static final String LIST =
            "/{partnership:(?!app$|vendor$|api$|v3$|actuator$|account$)[A-Za-z0-9._-]+}/{list:[a-z-]+}";

    private Place() {}
}
