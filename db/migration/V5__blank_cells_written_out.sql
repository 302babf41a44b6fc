-- The page used to leave the blank cells of a grid empty, [[1,],[4,]], which is now read as a pasted list whose rows end in
-- a comma. Such texts are written as the page writes them today, so that they keep the reading they had.
UPDATE response SET content = REPLACE(content, ',]', ',_]')
WHERE content LIKE '[[%]]' AND content LIKE '%,]%' AND content NOT LIKE '%],]%' AND content NOT LIKE '% %';
