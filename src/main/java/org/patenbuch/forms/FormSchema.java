package org.patenbuch.forms;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.math.BigDecimal;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Tells OpenAPI what the {@link Binder} takes, from the same reading of the record. */
@Component
class FormSchema implements OperationCustomizer {
    static {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(Shaped.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(Shaped.class) && parameter.getParameterType() == Bound.class) {
                ofAddress(Shape.of(ShapedArguments.form(parameter)), operation);
            } else if (parameter.hasParameterAnnotation(Shaped.class)) {
                Schema<?> schema = object(Shape.of(ShapedArguments.form(parameter)));
                var media = new MediaType().schema(schema);
                operation.setRequestBody(new RequestBody()
                        .required(schema.getRequired() != null)
                        .content(new Content().addMediaType("application/json", media)));
            }
        }
        return operation;
    }

    /** A question says in its address what a form says in its fields. */
    private static void ofAddress(Shape<?> shape, Operation operation) {
        for (Part part : shape.parts()) {
            operation.addParametersItem(new QueryParameter()
                    .name(part.name())
                    .required(!part.optional())
                    .schema(schema(part)));
        }
    }

    private static Schema<?> object(Shape<?> shape) {
        Schema<?> object = new ObjectSchema().additionalProperties(false);
        for (Part part : shape.parts()) {
            object.addProperty(part.name(), schema(part));
            if (!part.optional()) {
                object.addRequiredItem(part.name());
            }
        }
        return object;
    }

    private static Schema<?> schema(Part part) {
        return switch (part.reads()) {
            case TEXT -> new StringSchema().maxLength(part.maxCharacters());
            case NAME -> new StringSchema().pattern(EntryName.PATTERN);
            case CENTS ->
                new IntegerSchema()
                        .format("int64")
                        .minimum(BigDecimal.ZERO)
                        .maximum(BigDecimal.valueOf(AmountText.MAX_CENTS))
                        .description("Cent / cents");
            case MINUTES -> new IntegerSchema().format("int32").description("Minuten / minutes");
            case NUMBER -> new IntegerSchema().format(part.narrow() ? "int32" : "int64");
            case YES_NO -> new BooleanSchema();
            case DAY -> new DateSchema();
            case CHOICE -> choice(part);
            case LIST -> new ArraySchema().items(schema(part.item()));
            case RECORD -> object(Shape.of(part.type()));
        };
    }

    private static Schema<?> choice(Part part) {
        var choice = new StringSchema();
        part.choices().forEach(choice::addEnumItem);
        return choice;
    }
}
