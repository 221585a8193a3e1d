package org.patenbuch.projections;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Tells OpenAPI what may be {@link Asked} of a question. */
@Component
class AskedSchema implements OperationCustomizer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Asked.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == Asked.class) {
                for (RecordComponent component : Asked.class.getRecordComponents()) {
                    operation.addParametersItem(new QueryParameter()
                            .name(component.getName())
                            .required(false)
                            .schema(schema(component)));
                }
            }
        }
        return operation;
    }

    private static Schema<?> schema(RecordComponent component) {
        if (component.getType() == LocalDate.class) {
            return new StringSchema().format("date");
        } else if (component.getType() == String.class) {
            return new StringSchema();
        }
        return new IntegerSchema().format(component.getType() == Long.class ? "int64" : "int32");
    }
}
