/** The few words every module uses: refusals, roles, ids, personal text. Nothing else may move in. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.patenbuch.kernel;

import org.springframework.modulith.ApplicationModule;
