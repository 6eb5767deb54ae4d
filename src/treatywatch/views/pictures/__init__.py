"""Pictures of agreements: worked out here to the pixel, so that a picture can be tested; libraries only draw it."""
