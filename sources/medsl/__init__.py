"""Reader of the precinct results of the MIT Election Data and Science Lab, 2016 to 2024."""
