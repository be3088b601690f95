using System.Collections.Frozen;

namespace PartnerOffice.Core;

/// <summary>First names that are common in Germany: two capitalised words are a person only if the first is one of them.</summary>
/// <remarks>German writes every noun with a capital, so without this list each "Öffentlicher Nahverkehr" would be asked about.</remarks>
internal static class FirstNames
{
    private static readonly FrozenSet<string> All = """
        Aaron Achim Adam Adelheid Adrian Agnes Ahmad Ahmed Aida Ali Alex Alexander Alexandra Alexej Alfred Ali Alice Alina Almut Amelie Amina Amir Ana Anastasia Andrea Andreas Andrej Andrzej Anette
        Angela Angelika Anika Anita Anja Anke Ann Anna Annalena Anne Annegret Annelie Anneliese Annemarie Annette Annika Antje Anton Antonia Antonio Antonius Ariane Armin Arndt Arne Arno Arnold Arthur Artur Astrid Aylin Ayse Ayşe
        Barbara Bärbel Bastian Beate Beatrice Beatrix Ben Benedikt Benjamin Benno Berit Bernadette Bernd Bernhard Bert Berta Berthold Bettina Bianca Birgit Birgitta Birte Björn Bodo Boris Brigitte Britta Bruno Burkhard
        Can Carina Carl Carla Carlo Carlos Carmen Carola Carolin Caroline Carsten Caspar Cem Charlotte Chiara Chris Christa Christel Christian Christiane Christina Christine Christof Christoph Christopher Clara Claudia Claus Clemens Conny Conrad Constanze Cord Cordula Corinna Cornelia Cornelius
        Dagmar Damian Dana Daniel Daniela David Deborah Denis Deniz Dennis Detlef Detlev Diana Diana Dieter Dietmar Dietrich Dilara Dimitri Dirk Dominik Dora Doreen Doris Dorothea Dorothee Dörte
        Ebru Eberhard Eckhard Eckart Edgar Edith Eduard Egon Eike Eileen Elena Elfriede Elif Elisa Elisabeth Elise Elke Ella Ellen Elmar Elsa Else Emil Emilia Emily Emine Emma Emre Enrico Eric Erich Erik Erika Erna Ernst Erwin Esra Esther Eugen Eva Evelyn Ewald
        Fabian Fatima Fatma Felix Ferdinand Filip Finn Fiona Flora Florian Frank Franz Franziska Frauke Freya Frieda Friedel Friedemann Friederike Friedrich Frida Fritz
        Gabi Gabriel Gabriela Gabriele Georg Gerald Gerd Gerda Gerhard Gerlinde Gernot Gero Gerrit Gertrud Gesa Gesine Gisela Gizem Götz Greta Gudrun Guido Gunda Gunnar Gunter Günter Günther Gustav
        Hakan Halil Hanna Hannah Hannelore Hannes Hans Hansjörg Harald Hardy Hartmut Hasan Hatice Hedwig Heidemarie Heidi Heidrun Heike Heiko Heiner Heinrich Heinz Helen Helena Helene Helga Helge Hella Hellmut Helmut Helmuth Hendrik Henning Henrik Henry Herbert Heribert Hermann Herta Hilde Hildegard Hilmar Holger Horst Hubert Hubertus Hugo Hussein Hüseyin
        Ibrahim Ida Ilka Ilona Ilse Imke Ina Ines Inga Inge Ingeborg Ingo Ingrid Inka Irena Irene Irina Iris Irmgard Isabel Isabell Isabella Ismail Ivan Ivana Ivo Iwan
        Jaana Jakob Jan Jana Janek Janina Janine Jannik Jannis Janosch Jasmin Jean Jeanette Jennifer Jens Jenny Jessica Joachim Joana Jochen Joel Johann Johanna Johannes Jolanta Jonas Jonathan Jörg Jörn Josef Josefine Joseph Joshua Juan Judith Julia Julian Juliane Julius Jürgen Jutta
        Kai Karen Karin Karina Karl Karla Karlheinz Karola Karolin Karoline Karsten Katharina Käthe Kathleen Kathrin Katja Katrin Kay Kemal Kerstin Kevin Khaled Kilian Kim Kira Kirsten Klara Klaudia Klaus Klemens Konrad Konstantin Konstanze Korbinian Krzysztof Kristin Kristina Kurt
        Lale Lara Larissa Lars Lasse Laura Laurenz Lea Leah Leila Lena Lene Leni Lennart Leo Leon Leonard Leonhard Leonie Leopold Leyla Liane Liesel Lina Linda Linus Lisa Liselotte Livia Lorenz Lothar Lotta Lotte Louis Louisa Louise Luca Lucas Lucia Ludger Ludwig Luis Luisa Luise Lukas Lutz Lydia
        Madeleine Maik Maike Maja Malte Mandy Manfred Manja Manuel Manuela Marc Marcel Marco Marcus Mareike Margarete Margareta Margit Margitta Margot Margret Maria Marian Marianne Marie Marina Mario Marion Marita Markus Marlene Marlies Marta Marten Martha Martin Martina Marvin Mathias Mathilde Mats Matteo Matthias Max Maximilian Maya Mechthild Mehdi Mehmet Meike Melanie Melina Melissa Merle Meryem Mia Michael Michaela Michel Michelle Miguel Mike Mila Milan Milena Mira Miriam Mirjam Mirko Mohamed Mohammad Mohammed Moritz Monika Murat Mustafa Myriam
        Nadia Nadine Nadja Nancy Natalia Natalie Natascha Nele Nicholas Nick Nico Nicola Nicole Niels Niklas Niko Nikola Nikolai Nikolas Nikolaus Nils Nina Noah Noel Nora Norbert Norman
        Okan Olaf Ole Oleg Olga Oliver Olivia Omar Ortrud Oskar Osman Oswald Ottilie Otto Özlem
        Pascal Patricia Patrick Paul Paula Pauline Pavel Pedro Peer Peggy Per Petra Petr Peter Phil Philip Philipp Philippa Pia Pierre Piotr
        Rafael Rahel Raik Rainer Ralf Ralph Ramona Raphael Raphaela Raul Rebecca Regina Regine Reiner Reinhard Reinhold Renate Rene René Renata Ricarda Richard Rita Robert Roberto Robin Roland Rolf Roman Romy Ronald Ronja Ronny Rosa Rosemarie Rosi Rosita Roswitha Rudi Rudolf Rüdiger Ruth
        Sabine Sabrina Sahra Said Salih Samir Samuel Sandra Sandro Sara Sarah Sascha Saskia Sebastian Selin Selma Semra Serkan Sevim Severin Sibel Sibylle Siegfried Sieglinde Siegmund Sigrid Silke Silvana Silvia Simon Simona Simone Sina Sofia Sofie Sonja Sophia Sophie Stefan Stefanie Steffen Steffi Stephan Stephanie Stine Susan Susann Susanna Susanne Svantje Sven Svenja Svetlana Swetlana Sylvia Sylvie
        Tabea Tamara Tanja Tarek Tatjana Thea Theo Theodor Theresa Therese Thilo Thomas Thorben Thorsten Thorsten Till Tilman Tilo Tim Timo Tina Tino Tobias Tom Tomas Tomasz Toni Torben Torsten Traudel Traute Tristan
        Udo Ulf Uli Ulla Ulrich Ulrike Ursula Uschi Ute Uta Uwe
        Valentin Valentina Valerie Vanessa Vera Verena Veronika Viktor Viktoria Vincent Viola Vivien Volker Volkmar
        Waldemar Walter Waltraud Wanda Wenke Werner Wibke Wiebke Wilfried Wilhelm Wilhelmine Willi Willy Winfried Wolf Wolfgang Wolfram
        Xaver Yannick Yasemin Yasin Yasmin Younes Youssef Yunus Yusuf Yvonne Zeynep Zoe Zoran Zuzana
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word, or the first of a double name, is a first name.</summary>
    public static bool Contains(string word) => All.Contains(word) || (word.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && All.Contains(word[..hyphen]));
}
