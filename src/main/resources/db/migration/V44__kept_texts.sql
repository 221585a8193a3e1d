-- Register of which texts were erased when the duty to keep them ended (org.patenbuch.erasure.KeptTexts).
CREATE TABLE text_erasure
(
    subject   text NOT NULL, -- partnership/kind/year, as the key was called
    erased_on date NOT NULL,
    CONSTRAINT text_erased_once PRIMARY KEY (subject)
);
GRANT SELECT, INSERT ON text_erasure TO ${app};
